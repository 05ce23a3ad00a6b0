import type {ArticleWords, RelatedConfig, WordField} from '#src/model/related.ts'
import {intList} from './int-list.ts'
import {wordNumbers} from './word-numbers.ts'

/** A part that each article has. */
export interface NumberedPart {
  readonly field: WordField
  /** What a word in it counts, at least 1. */
  readonly amount: number
}

/** An article, and a name for what it says. */
export interface WordedArticle {
  /** May take long to be had. */
  readonly words: ArticleWords
  /** Equal where the words are equal, and only there. */
  readonly wordsHash: string
}

/** Articles as numbers of words. */
export interface NumberedArticles {
  /** `wordsHash` of each article. */
  readonly hashes: ReadonlyArray<string>
  /** The parts that count. */
  readonly parts: ReadonlyArray<NumberedPart>
  /** Where each part of each article begins in `numbers`, article by article; one more is the end. */
  readonly starts: Int32Array
  /** The words in order; `lineEnd` is between lines, and behind each part. */
  readonly numbers: Int32Array
  /** How many words there are. */
  readonly wordCount: number
  /** A word by its number. */
  readonly wordOf: (number: number) => string
}

/** Numbers the words of articles: whoever does it, and whatever is remembered for it, the numbers follow from the words alone. */
export type NumberWords = (
  articles: ReadonlyArray<WordedArticle>,
  fields: RelatedConfig['fields']
) => NumberedArticles

/** Stands between words that are no neighbors. */
export const lineEnd: number = -1

/** Whole numbers, whose sums do not depend on their order. */
export const unitsPerWord: number = 10

/** Number the words of articles in the order of their first occurrence. */
export const numberWords: NumberWords = (articles, fields) => numberWordsAgain(articles, fields, undefined)

/**
 * The same, when most of the articles have been numbered before: of these no word is looked at.
 *
 * @param before
 *   Articles of before, by the same parts or others.
 */
export function numberWordsAgain(
  articles: ReadonlyArray<WordedArticle>,
  fields: RelatedConfig['fields'],
  before: NumberedArticles | undefined
): NumberedArticles {
  const parts = countedParts(fields)
  const known = before !== undefined && haveSameFields(before.parts, parts) ? before : undefined
  const numberBefore = new Map(known?.hashes.map((hash, article) => [hash, article]))
  const numberNow = new Int32Array(known?.wordCount ?? 0).fill(notMet)
  const found = wordNumbers()
  const starts = intList(articles.length * parts.length + 1)
  const numbers = intList(known?.numbers.length)
  starts.push(0)
  for (const article of articles) {
    const same = numberBefore.get(article.wordsHash)
    if (known !== undefined && same !== undefined) takeOver(known, same)
    else read(article.words)
  }
  return {
    hashes: articles.map(({wordsHash}) => wordsHash),
    parts,
    starts: starts.view(),
    numbers: numbers.view(),
    wordCount: found.count(),
    wordOf: found.wordOf
  }

  function read(words: ArticleWords): void {
    for (const {field} of parts) {
      found.read(words[field], numbers.push, () => numbers.push(lineEnd))
      starts.push(numbers.length)
    }
  }

  function takeOver({starts: from, numbers: old, wordOf}: NumberedArticles, article: number): void {
    for (let part = article * parts.length; part < (article + 1) * parts.length; part++) {
      const end = from[part + 1] ?? 0
      for (let at = from[part] ?? 0; at < end; at++) {
        const number = old[at] ?? lineEnd
        if (number !== lineEnd && numberNow[number] === notMet)
          numberNow[number] = found.numberOf(wordOf(number))
        numbers.push(number === lineEnd ? lineEnd : (numberNow[number] ?? notMet))
      }
      starts.push(numbers.length)
    }
  }
}

/** In the place of the number of a word that has none yet. */
const notMet = -1

const wordFields: ReadonlyArray<WordField> = ['title', 'description', 'headings', 'body', 'links', 'code']

function countedParts(fields: RelatedConfig['fields']): ReadonlyArray<NumberedPart> {
  return wordFields.flatMap((field) => {
    const amount = Math.round(fields[field] * unitsPerWord)
    return amount > 0 ? [{field, amount}] : []
  })
}

function haveSameFields(some: ReadonlyArray<NumberedPart>, others: ReadonlyArray<NumberedPart>): boolean {
  return some.length === others.length && some.every(({field}, index) => field === others[index]?.field)
}
