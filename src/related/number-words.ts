import type {ArticleWords, RelatedConfig, WordField} from '#src/model/related.ts'
import {intList} from './int-list.ts'

/** A part of an article as numbers of words. */
export interface NumberedText {
  readonly field: WordField
  /** What each of its words counts, at least 1. */
  readonly amount: number
  /** In order; `lineEnd` is between lines. */
  readonly numbers: Int32Array
}

/** Articles as numbers. */
export interface NumberedArticles {
  /** The parts that count, by article. */
  readonly texts: ReadonlyArray<ReadonlyArray<NumberedText>>
  /** Words by their numbers. */
  readonly words: ReadonlyArray<string>
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
  const numbers = new Map<string, number>()
  const found = intList()
  const counted = wordFields.flatMap((field) => {
    const amount = Math.round(fields[field] * unitsPerWord)
    return amount > 0 ? [{field, amount}] : []
  })
  const texts = articles.map((article) =>
    counted.map(({field, amount}) => ({field, amount, numbers: numbersOf(article[field])}))
  )
  return {texts, words: [...numbers.keys()]}

  function numbersOf(text: string): Int32Array {
    found.clear()
    for (const line of text.split('\n')) {
      for (const word of line.split(' ')) if (word !== '') found.push(numberOf(word))
      found.push(lineEnd)
    }
    return found.view().slice()
  }

  function numberOf(word: string): number {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, numbers.size)
    return numbers.size - 1
  }
}

const wordFields: ReadonlyArray<WordField> = ['title', 'description', 'headings', 'body', 'links', 'code']
