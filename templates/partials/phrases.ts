import {oncePer} from './once-per.ts'

/** What a note beside the text is about. */
type CalloutKind = 'note' | 'info' | 'tip' | 'important' | 'warning' | 'caution' | 'danger'

/** The theme's own words in one language. */
export interface Phrases {
  readonly skipToText: string
  readonly mainMenu: string
  readonly footerMenu: string
  readonly contents: string
  /** Stands before the names of the authors; empty where they stand alone. */
  readonly by: string
  /** Stands before a date. */
  readonly updated: string
  /** From a duration in words: `5 min`. */
  readonly readingTime: (duration: string) => string
  /** Label of the links between the parts of a listing. */
  readonly pagination: string
  readonly pageNumber: (pageNumber: string) => string
  readonly pageNumberOf: (pageNumber: string, pageCount: string) => string
  readonly previousPage: string
  readonly nextPage: string
  /** Label of the links to the pages before and after an article. */
  readonly neighbors: string
  readonly previous: string
  readonly next: string
  readonly sections: string
  /** Titles of notes beside the text, where the author gave none. */
  readonly callouts: Readonly<Record<CalloutKind, string>>
  readonly notFound: string
  readonly notFoundText: string
  readonly toHome: string
  /** What opens content that has no title of its own. */
  readonly details: string
  /** A video without a title. */
  readonly video: string
  /** A button that copies code, before and after. */
  readonly copy: string
  readonly copied: string
}

/** Phrases in `language` (BCP 47); in English, with as few words as possible, where the theme does not know it. */
export const phrasesIn: (language: string) => Phrases = oncePer(
  (language) => phrasesByLanguage.get(new Intl.Locale(language).language) ?? fallback
)

const english: Phrases = {
  skipToText: 'Skip to the text',
  mainMenu: 'Main',
  footerMenu: 'Footer',
  contents: 'Contents',
  by: 'By',
  updated: 'Updated',
  readingTime: (duration) => `${duration} read`,
  pagination: 'Pages',
  pageNumber: (pageNumber) => `Page ${pageNumber}`,
  pageNumberOf: (pageNumber, pageCount) => `Page ${pageNumber} of ${pageCount}`,
  previousPage: 'Previous page',
  nextPage: 'Next page',
  neighbors: 'Previous and next',
  previous: 'Previous',
  next: 'Next',
  sections: 'Sections',
  callouts: {
    note: 'Note',
    info: 'Info',
    tip: 'Tip',
    important: 'Important',
    warning: 'Warning',
    caution: 'Caution',
    danger: 'Danger'
  },
  notFound: 'Page not found',
  notFoundText: 'There is no page at this address. It may have moved, or the link is wrong.',
  toHome: 'Go to the home page',
  details: 'Details',
  video: 'Video',
  copy: 'Copy',
  copied: 'Copied'
}

/** Without the words that stand beside a date, a name or a duration in the site's own language. */
const fallback: Phrases = {...english, by: '', readingTime: (duration) => duration}

const german: Phrases = {
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
  sections: 'Bereiche',
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

const spanish: Phrases = {
  skipToText: 'Saltar al texto',
  mainMenu: 'Principal',
  footerMenu: 'Pie de página',
  contents: 'Contenido',
  by: 'Por',
  updated: 'Actualizado el',
  readingTime: (duration) => `${duration} de lectura`,
  pagination: 'Páginas',
  pageNumber: (pageNumber) => `Página ${pageNumber}`,
  pageNumberOf: (pageNumber, pageCount) => `Página ${pageNumber} de ${pageCount}`,
  previousPage: 'Página anterior',
  nextPage: 'Página siguiente',
  neighbors: 'Anterior y siguiente',
  previous: 'Anterior',
  next: 'Siguiente',
  sections: 'Secciones',
  callouts: {
    note: 'Nota',
    info: 'Información',
    tip: 'Consejo',
    important: 'Importante',
    warning: 'Advertencia',
    caution: 'Precaución',
    danger: 'Peligro'
  },
  notFound: 'Página no encontrada',
  notFoundText:
    'No hay ninguna página en esta dirección. Puede que se haya movido o que el enlace sea incorrecto.',
  toHome: 'Ir a la página de inicio',
  details: 'Detalles',
  video: 'Vídeo',
  copy: 'Copiar',
  copied: 'Copiado'
}

const french: Phrases = {
  skipToText: 'Aller au texte',
  mainMenu: 'Menu principal',
  footerMenu: 'Pied de page',
  contents: 'Sommaire',
  by: 'Par',
  updated: 'Mis à jour le',
  readingTime: (duration) => `${duration} de lecture`,
  pagination: 'Pages',
  pageNumber: (pageNumber) => `Page ${pageNumber}`,
  pageNumberOf: (pageNumber, pageCount) => `Page ${pageNumber} sur ${pageCount}`,
  previousPage: 'Page précédente',
  nextPage: 'Page suivante',
  neighbors: 'Précédent et suivant',
  previous: 'Précédent',
  next: 'Suivant',
  sections: 'Rubriques',
  callouts: {
    note: 'Note',
    info: 'Info',
    tip: 'Astuce',
    important: 'Important',
    warning: 'Avertissement',
    caution: 'Attention',
    danger: 'Danger'
  },
  notFound: 'Page introuvable',
  notFoundText: 'Il n’y a pas de page à cette adresse. Elle a pu être déplacée, ou le lien est erroné.',
  toHome: 'Aller à la page d’accueil',
  details: 'Détails',
  video: 'Vidéo',
  copy: 'Copier',
  copied: 'Copié'
}

const russian: Phrases = {
  skipToText: 'Перейти к тексту',
  mainMenu: 'Главное меню',
  footerMenu: 'Нижнее меню',
  contents: 'Содержание',
  by: 'Автор:',
  updated: 'Обновлено',
  readingTime: (duration) => `${duration} чтения`,
  pagination: 'Страницы',
  pageNumber: (pageNumber) => `Страница ${pageNumber}`,
  pageNumberOf: (pageNumber, pageCount) => `Страница ${pageNumber} из ${pageCount}`,
  previousPage: 'Предыдущая страница',
  nextPage: 'Следующая страница',
  neighbors: 'Назад и вперёд',
  previous: 'Назад',
  next: 'Вперёд',
  sections: 'Разделы',
  callouts: {
    note: 'Примечание',
    info: 'Информация',
    tip: 'Совет',
    important: 'Важно',
    warning: 'Предупреждение',
    caution: 'Осторожно',
    danger: 'Опасно'
  },
  notFound: 'Страница не найдена',
  notFoundText: 'По этому адресу ничего нет. Возможно, страница переехала или в ссылке ошибка.',
  toHome: 'На главную',
  details: 'Подробнее',
  video: 'Видео',
  copy: 'Копировать',
  copied: 'Скопировано'
}

const phrasesByLanguage: ReadonlyMap<string, Phrases> = new Map([
  ['de', german],
  ['en', english],
  ['es', spanish],
  ['fr', french],
  ['ru', russian]
])
