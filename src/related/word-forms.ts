import {languageLoaders} from './language-loaders.ts'

/** What is known of the words of a language. */
export interface WordForms {
  /** What the forms of a word have in common: `matching`, `matched` and `matches` are `match`. The word is in lower case. */
  readonly stem: (word: string) => string
  /** Words that say nothing of what a text is about, in lower case. */
  readonly stopWords: ReadonlySet<string>
}

/**
 * What is known of the words of a language; of one that nothing is known of, each word is its own stem and none is left out.
 *
 * @param language
 *   BCP 47: of `pt-BR` the language counts, not the region.
 */
export async function loadWordForms(language: string): Promise<WordForms> {
  const [primary = ''] = language.toLowerCase().split('-')
  const loader = Object.hasOwn(languageLoaders, primary) ? languageLoaders[primary] : undefined
  const [stemming, stopping] = await Promise.all([loader?.stemmer?.(), loader?.stopWords()])
  return {
    stem: stemming?.stemmer ?? ((word) => word),
    stopWords: new Set(stopping?.stopwords)
  }
}
