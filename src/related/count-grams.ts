import type {WordField} from '#src/model/related.ts'
import {intList} from './int-list.ts'
import {lineEnd, type NumberedArticles} from './number-words.ts'
import {pairNumbers} from './pair-numbers.ts'
import {type CountTable, frequenciesIn, notCounted, type PlacedGrams, tallyGrams} from './tally.ts'

/**
 * How often each *gram*, a word or two words side by side, occurs in each article. What one article alone has says nothing of others, and
 * what nearly all have says nothing at all: neither is counted.
 */
export interface GramCounts {
  /** Grams of whole articles, in units of which a word is `unitsPerWord`. */
  readonly whole: CountTable
  /** Grams of titles and descriptions alone, likewise. */
  readonly heads: CountTable
  /** In how many articles each gram occurs. */
  readonly frequencies: Int32Array
  /** How many grams are words: those with the lower numbers. */
  readonly wordCount: number
  /** A gram as its stems. */
  readonly nameOf: (gram: number) => string
}

/** Of the articles that may have a gram. */
const frequencyMin = 2
const shareMax = 0.6

const headFields: ReadonlySet<WordField> = new Set(['title', 'description'])

/** Count the grams of articles. */
export function countGrams(texts: NumberedArticles): GramCounts {
  const frequencyMax = texts.hashes.length * shareMax

  const wordFrequencies = frequenciesIn(texts, texts.numbers, texts.wordCount)
  const words = chooseGrams(wordFrequencies, frequencyMax)
  const {numbers: pairsAt, pairs} = pairWords(texts, wordFrequencies)
  const pairFrequencies = frequenciesIn(texts, pairsAt, pairs.length / 2)
  const pairGrams = chooseGrams(pairFrequencies, frequencyMax)

  const wordCount = words.chosen.length
  // What is kept for names is not to keep the texts.
  const {wordOf} = texts
  const placed: ReadonlyArray<PlacedGrams> = [
    {numbers: texts.numbers, grams: words.grams, offset: 0},
    {numbers: pairsAt, grams: pairGrams.grams, offset: wordCount}
  ]
  const frequencies = concatenate(
    words.chosen.map((word) => wordFrequencies[word] ?? 0),
    pairGrams.chosen.map((pair) => pairFrequencies[pair] ?? 0)
  )
  return {
    whole: tallyGrams(texts, placed, frequencies.length, () => true),
    heads: tallyGrams(texts, placed, frequencies.length, (field) => headFields.has(field)),
    frequencies,
    wordCount,
    nameOf(gram) {
      if (gram < wordCount) return wordOf(words.chosen[gram] ?? 0)
      const pair = pairGrams.chosen[gram - wordCount] ?? 0
      return [0, 1].map((side) => wordOf(pairs[pair * 2 + side] ?? 0)).join(' ')
    }
  }
}

/** The pair that ends at each place, `lineEnd` where there is none; and the pairs by their numbers, each as two words. */
function pairWords(
  {numbers}: NumberedArticles,
  frequencies: Int32Array
): {readonly numbers: Int32Array; readonly pairs: Int32Array} {
  const {numberOf, pairs} = pairNumbers()
  const pairsAt = new Int32Array(numbers.length)
  let first = lineEnd
  for (let at = 0; at < numbers.length; at++) {
    const word = numbers[at] ?? lineEnd
    // Of a pair that two articles have, both words are in two.
    const isCommon = word !== lineEnd && (frequencies[word] ?? 0) >= frequencyMin
    const second = isCommon ? word : lineEnd
    pairsAt[at] = first === lineEnd || second === lineEnd ? lineEnd : numberOf(first, second)
    first = second
  }
  return {numbers: pairsAt, pairs: pairs()}
}

/** Numbers for what is neither in too few nor in too many articles. */
function chooseGrams(
  frequencies: Int32Array,
  frequencyMax: number
): {
  /** The gram of each number, `notCounted` for others. */
  readonly grams: Int32Array
  /** The numbers by their grams. */
  readonly chosen: Int32Array
} {
  const grams = new Int32Array(frequencies.length).fill(notCounted)
  const chosen = intList()
  frequencies.forEach((frequency, number) => {
    if (frequency < frequencyMin || frequency > frequencyMax) return
    grams[number] = chosen.length
    chosen.push(number)
  })
  return {grams, chosen: chosen.view()}
}

function concatenate(first: Int32Array, second: Int32Array): Int32Array {
  const whole = new Int32Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}
