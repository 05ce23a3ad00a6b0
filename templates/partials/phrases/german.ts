import type {Phrases} from '../phrases.ts'

export const german: Phrases = {
  skipToText: 'Zum Text springen',
  mainMenu: 'Hauptmenü',
  footerMenu: 'Fußzeile',
  contents: 'Inhalt',
  by: 'Von',
  updated: 'Aktualisiert am',
  readingTime: (duration) => `${duration} Lesezeit`,
  pagination: 'Seiten',
  pageNumber: (pageNumber) => `Seite ${pageNumber}`,
  pageNumberOf: (pageNumber, pageCount) => `Seite ${pageNumber} von ${pageCount}`,
  previousPage: 'Vorige Seite',
  nextPage: 'Nächste Seite',
  neighbors: 'Zurück und weiter',
  previous: 'Zurück',
  next: 'Weiter',
  older: 'Älter',
  newer: 'Neuer',
  sections: 'Bereiche',
  darkAppearance: 'Dunkle Farben',
  editPage: 'Diese Seite bearbeiten',
  breadcrumbs: 'Ort dieser Seite',
  seriesPart: (part, partCount) => `Teil ${part} von ${partCount}`,
  callouts: {
    note: 'Hinweis',
    info: 'Info',
    tip: 'Tipp',
    important: 'Wichtig',
    warning: 'Warnung',
    caution: 'Vorsicht',
    danger: 'Gefahr'
  },
  notFound: 'Seite nicht gefunden',
  notFoundText:
    'Unter dieser Adresse gibt es keine Seite. Vielleicht ist sie umgezogen, oder der Link stimmt nicht.',
  toHome: 'Zur Startseite',
  details: 'Details',
  video: 'Video',
  copy: 'Kopieren',
  copied: 'Kopiert'
}
