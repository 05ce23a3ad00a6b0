import type {ArticleWords, RelatedConfig, WordField} from '#src/model/related.ts'
import {intList} from './int-list.ts'
import {wordNumbers} from './word-numbers.ts'

/** A part that each article has. */
export interface NumberedPart {
  readonly field: WordField
  /** What a word in it counts, at least 1. */
  readonly amount: number
}

/** Articles as numbers of words. */
export interface NumberedArticles {
  readonly articleCount: number
  /** The parts that count. */
  readonly parts: ReadonlyArray<NumberedPart>
  /** Where each part of each article begins in `numbers`, article by article; one more is the end. */
  readonly starts: Int32Array
  /** The words in order; `lineEnd` is between lines. */
  readonly numbers: Int32Array
  readonly wordCount: number
  /** A word by its number. */
  readonly wordOf: (number: number) => string
}

/** Stands between words that are no neighbors. */
export const lineEnd: number = -1

/** Whole numbers, whose sums do not depend on their order. */
export const unitsPerWord: number = 10

/** Number the words of articles in the order of their first occurrence. */
export function numberWords(
  articles: ReadonlyArray<ArticleWords>,
  fields: RelatedConfig['fields']
): NumberedArticles {
  const parts = wordFields.flatMap((field) => {
    const amount = Math.round(fields[field] * unitsPerWord)
    return amount > 0 ? [{field, amount}] : []
  })
  const texts = articles.flatMap((article) => parts.map(({field}) => article[field]))
  const words = wordNumbers()
  const starts = intList(texts.length + 1)
  const numbers = intList(Math.ceil(texts.reduce((sum, {length}) => sum + length, 0) / charactersPerWord))
  starts.push(0)
  for (const text of texts) {
    words.read(text, numbers.push, () => numbers.push(lineEnd))
    starts.push(numbers.length)
  }
  return {
    articleCount: articles.length,
    parts,
    starts: starts.view(),
    numbers: numbers.view(),
    wordCount: words.count(),
    wordOf: words.wordOf
  }
}

/** A stem, and what is before the next, in most languages. */
const charactersPerWord = 6

const wordFields: ReadonlyArray<WordField> = ['title', 'description', 'headings', 'body', 'links', 'code']
