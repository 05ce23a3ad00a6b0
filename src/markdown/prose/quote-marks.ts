/** What opens and closes a quotation, and one inside of it. */
export type QuoteMarks = readonly [open: string, close: string, innerOpen: string, innerClose: string]

const english: QuoteMarks = ['“', '”', '‘', '’']
const low: QuoteMarks = ['„', '“', '‚', '‘']
const angular: QuoteMarks = ['«', '»', '“', '”']
const swiss: QuoteMarks = ['«', '»', '‹', '›']
const northern: QuoteMarks = ['”', '”', '’', '’']
const eastern: QuoteMarks = ['«', '»', '„', '“']
const corners: QuoteMarks = ['「', '」', '『', '』']
const spacedAngular: QuoteMarks = ['«\u202F', '\u202F»', '“', '”']

/** By language, with what a country or script does otherwise; all others write as English does. */
const marksByLanguage: Readonly<Record<string, QuoteMarks>> = {
  bg: low,
  ca: angular,
  cs: low,
  da: northern,
  de: low,
  'de-ch': swiss,
  'de-li': swiss,
  el: angular,
  es: angular,
  et: ['„', '“', '«', '»'],
  fi: northern,
  fr: spacedAngular,
  'fr-ch': ['«\u202F', '\u202F»', '‹\u202F', '\u202F›'],
  hr: ['„', '“', '‚', '‘'],
  hu: ['„', '”', '»', '«'],
  is: low,
  it: angular,
  'it-ch': swiss,
  ja: corners,
  lt: ['„', '“', '‚', '‘'],
  nb: ['«', '»', '‘', '’'],
  nn: ['«', '»', '‘', '’'],
  no: ['«', '»', '‘', '’'],
  pl: ['„', '”', '«', '»'],
  pt: angular,
  'pt-br': english,
  ro: ['„', '”', '«', '»'],
  ru: eastern,
  sk: low,
  sl: low,
  sr: ['„', '“', '‘', '’'],
  sv: northern,
  uk: eastern,
  'zh-hant': corners,
  'zh-hk': corners,
  'zh-tw': corners
}

/** The marks of a language, by its BCP 47 tag. */
export function quoteMarksOf(language: string): QuoteMarks {
  const parts = language.toLowerCase().split('-')
  for (let length = parts.length; length > 0; length--) {
    const marks = marksByLanguage[parts.slice(0, length).join('-')]
    if (marks !== undefined) return marks
  }
  return english
}
