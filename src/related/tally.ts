import type {WordField} from '#src/model/related.ts'
import {intList} from './int-list.ts'
import type {NumberedArticles} from './number-words.ts'
import {toShared} from './shared-arrays.ts'

/** Amounts of grams in articles, article by article. What the weights of them take over lies in shared memory. */
export interface CountTable {
  /** Where each article begins in the other two; one more is the end. */
  readonly starts: Int32Array
  readonly numbers: Int32Array
  readonly amounts: Int32Array
}

/** In the place of a number, for what has none. */
export const notCounted: number = -1

/** What is numbered at each place of the texts, words or pairs, and the grams that these are. */
export interface PlacedGrams {
  /** `notCounted` where there is nothing. */
  readonly numbers: Int32Array
  /** The gram of each number, less the offset; `notCounted` for what is left out. */
  readonly grams: Int32Array
  readonly offset: number
}

/** In how many articles each number occurs, for numbers below `count`. */
export function frequenciesIn(
  {hashes, parts, starts}: NumberedArticles,
  numbers: Int32Array,
  count: number
): Int32Array {
  const frequencies = new Int32Array(count)
  // One more than the article that had the number last.
  const seen = new Int32Array(count)
  for (let article = 0; article < hashes.length; article++) {
    const end = starts[(article + 1) * parts.length] ?? 0
    for (let at = starts[article * parts.length] ?? 0; at < end; at++) {
      const number = numbers[at] ?? notCounted
      if (number === notCounted || seen[number] === article + 1) continue
      seen[number] = article + 1
      frequencies[number] = (frequencies[number] ?? 0) + 1
    }
  }
  return frequencies
}

/**
 * Add up what grams count in articles, in the order in which each article has them first.
 *
 * @param isCounted
 *   Whether a part of the articles counts.
 */
export function tallyGrams(
  {hashes, parts, starts}: NumberedArticles,
  placed: ReadonlyArray<PlacedGrams>,
  gramCount: number,
  isCounted: (field: WordField) => boolean
): CountTable {
  const amounts = parts.map(({field, amount}) => (isCounted(field) ? amount : 0))
  const [ends, grams, sums] = [intList(hashes.length + 1), intList(), intList()]
  const sumOf = new Int32Array(gramCount)
  ends.push(0)
  for (let article = 0; article < hashes.length; article++) {
    const start = grams.length
    for (const one of placed) {
      for (const [part, amount] of amounts.entries()) {
        if (amount > 0) addPart(one, article * parts.length + part, amount)
      }
    }
    const all = grams.view()
    for (let at = start; at < all.length; at++) {
      const gram = all[at] ?? 0
      sums.push(sumOf[gram] ?? 0)
      sumOf[gram] = 0
    }
    ends.push(grams.length)
  }
  return {starts: toShared(ends.view()), numbers: toShared(grams.view()), amounts: sums.view()}

  function addPart({numbers, grams: gramOf, offset}: PlacedGrams, part: number, amount: number): void {
    const end = starts[part + 1] ?? 0
    for (let at = starts[part] ?? 0; at < end; at++) {
      const number = numbers[at] ?? notCounted
      const found = number === notCounted ? notCounted : (gramOf[number] ?? notCounted)
      if (found === notCounted) continue
      const gram = found + offset
      const sum = sumOf[gram] ?? 0
      if (sum === 0) grams.push(gram)
      sumOf[gram] = sum + amount
    }
  }
}
