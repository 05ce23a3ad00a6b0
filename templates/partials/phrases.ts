import {oncePer} from './once-per.ts'
import {english} from './phrases/english.ts'
import {french} from './phrases/french.ts'
import {german} from './phrases/german.ts'
import {russian} from './phrases/russian.ts'
import {spanish} from './phrases/spanish.ts'

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
  readonly older: string
  readonly newer: string
  readonly sections: string
  /** Label of the switch between light and dark. */
  readonly darkAppearance: string
  readonly editPage: string
  /** Label of the links to the sections around a page. */
  readonly breadcrumbs: string
  /** Heading above articles that belong beside one. */
  readonly related: string
  /** Which article of a series it is; stands behind the title of the series. */
  readonly seriesPart: (part: string, partCount: string) => string
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
  readonly search: string
  /** Stands in the field for what is searched, as long as that is empty. */
  readonly searchHint: string
  readonly closeSearch: string
  readonly searchCount: (count: string) => string
  readonly nothingFound: string
  readonly searchFailed: string
  /** For the author, where there is no index yet. */
  readonly searchInBuild: string
}

/** Phrases in `language` (BCP 47); in English, with as few words as possible, where the theme does not know it. */
export const phrasesIn: (language: string) => Phrases = oncePer(
  (language) => phrasesByLanguage.get(new Intl.Locale(language).language) ?? fallback
)

/** Without the words that stand beside a date, a name or a duration in the site's own language. */
const fallback: Phrases = {...english, by: '', readingTime: (duration) => duration}

const phrasesByLanguage: ReadonlyMap<string, Phrases> = new Map([
  ['de', german],
  ['en', english],
  ['es', spanish],
  ['fr', french],
  ['ru', russian]
])
