/** Loads what is known of one language. */
interface LanguageLoader {
  /** Absent for languages whose words have no endings to speak of. */
  readonly stemmer?: () => Promise<{readonly stemmer: (word: string) => string}>
  readonly stopWords: () => Promise<{readonly stopwords: ReadonlyArray<string>}>
}

/** By the language part of a BCP 47 tag. Each import is spelled out, so that bundlers find it. */
export const languageLoaders: Readonly<Record<string, LanguageLoader>> = {
  ar: {
    stemmer: () => import('@orama/stemmers/arabic'),
    stopWords: () => import('@orama/stopwords/arabic')
  },
  bg: {
    stemmer: () => import('@orama/stemmers/bulgarian'),
    stopWords: () => import('@orama/stopwords/bulgarian')
  },
  da: {
    stemmer: () => import('@orama/stemmers/danish'),
    stopWords: () => import('@orama/stopwords/danish')
  },
  de: {
    stemmer: () => import('@orama/stemmers/german'),
    stopWords: () => import('@orama/stopwords/german')
  },
  el: {
    stemmer: () => import('@orama/stemmers/greek'),
    stopWords: () => import('@orama/stopwords/greek')
  },
  en: {
    stemmer: () => import('@orama/stemmers/english'),
    stopWords: () => import('@orama/stopwords/english')
  },
  es: {
    stemmer: () => import('@orama/stemmers/spanish'),
    stopWords: () => import('@orama/stopwords/spanish')
  },
  fi: {
    stemmer: () => import('@orama/stemmers/finnish'),
    stopWords: () => import('@orama/stopwords/finnish')
  },
  fr: {
    stemmer: () => import('@orama/stemmers/french'),
    stopWords: () => import('@orama/stopwords/french')
  },
  ga: {
    stemmer: () => import('@orama/stemmers/irish'),
    stopWords: () => import('@orama/stopwords/irish')
  },
  hi: {
    stemmer: () => import('@orama/stemmers/indian'),
    stopWords: () => import('@orama/stopwords/indian')
  },
  hu: {
    stemmer: () => import('@orama/stemmers/hungarian'),
    stopWords: () => import('@orama/stopwords/hungarian')
  },
  hy: {
    stemmer: () => import('@orama/stemmers/armenian'),
    stopWords: () => import('@orama/stopwords/armenian')
  },
  id: {
    stemmer: () => import('@orama/stemmers/indonesian'),
    stopWords: () => import('@orama/stopwords/indonesian')
  },
  it: {
    stemmer: () => import('@orama/stemmers/italian'),
    stopWords: () => import('@orama/stopwords/italian')
  },
  ja: {stopWords: () => import('@orama/stopwords/japanese')},
  lt: {
    stemmer: () => import('@orama/stemmers/lithuanian'),
    stopWords: () => import('@orama/stopwords/lithuanian')
  },
  nb: {
    stemmer: () => import('@orama/stemmers/norwegian'),
    stopWords: () => import('@orama/stopwords/norwegian')
  },
  ne: {
    stemmer: () => import('@orama/stemmers/nepali'),
    stopWords: () => import('@orama/stopwords/nepali')
  },
  nl: {
    stemmer: () => import('@orama/stemmers/dutch'),
    stopWords: () => import('@orama/stopwords/dutch')
  },
  nn: {
    stemmer: () => import('@orama/stemmers/norwegian'),
    stopWords: () => import('@orama/stopwords/norwegian')
  },
  no: {
    stemmer: () => import('@orama/stemmers/norwegian'),
    stopWords: () => import('@orama/stopwords/norwegian')
  },
  pt: {
    stemmer: () => import('@orama/stemmers/portuguese'),
    stopWords: () => import('@orama/stopwords/portuguese')
  },
  ro: {
    stemmer: () => import('@orama/stemmers/romanian'),
    stopWords: () => import('@orama/stopwords/romanian')
  },
  ru: {
    stemmer: () => import('@orama/stemmers/russian'),
    stopWords: () => import('@orama/stopwords/russian')
  },
  sr: {
    stemmer: () => import('@orama/stemmers/serbian'),
    stopWords: () => import('@orama/stopwords/serbian')
  },
  sv: {
    stemmer: () => import('@orama/stemmers/swedish'),
    stopWords: () => import('@orama/stopwords/swedish')
  },
  ta: {
    stemmer: () => import('@orama/stemmers/tamil'),
    stopWords: () => import('@orama/stopwords/tamil')
  },
  tr: {
    stemmer: () => import('@orama/stemmers/turkish'),
    stopWords: () => import('@orama/stopwords/turkish')
  },
  uk: {
    stemmer: () => import('@orama/stemmers/ukrainian'),
    stopWords: () => import('@orama/stopwords/ukrainian')
  },
  zh: {stopWords: () => import('@orama/stopwords/mandarin')}
}
