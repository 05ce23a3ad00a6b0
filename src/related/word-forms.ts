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
    stem: stemming === undefined ? (word) => word : rememberStems(stemming.stemmer),
    stopWords: new Set(stopping?.stopwords)
  }
}

/** To find a stem takes some fifty times as long as to look it up, and articles say the same words again and again. */
function rememberStems(stem: WordForms['stem']): WordForms['stem'] {
  const known = new Map<string, string>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const found = stem(word)
    if (known.size >= stemsKept) known.clear()
    known.set(word, found)
    return found
  }
}

/** Of the words of thousands of articles. */
const stemsKept = 100_000
