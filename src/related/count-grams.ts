import type {ArticleWords, RelatedConfig, WordField} from '#src/model/related.ts'
import {intList} from './int-list.ts'
import {lineEnd, type NumberedText, numberWords} from './number-words.ts'
import {type PairNumbers, pairNumbers} from './pair-numbers.ts'
import {type CountTable, frequenciesIn, joinTables, notCounted, startTally} from './tally.ts'

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

/**
 * Count the grams of articles.
 *
 * @param fields
 *   What a word counts in each part.
 */
export function countGrams(
  articles: ReadonlyArray<ArticleWords>,
  fields: RelatedConfig['fields']
): GramCounts {
  const {texts, words} = numberWords(articles, fields)
  const heads = texts.map((parts) => parts.filter(({field}) => headFields.has(field)))
  const frequencyMax = articles.length * shareMax

  const wordTable = tallyWords(texts)
  const wordFrequencies = frequenciesIn(wordTable, words.length)
  const wordGrams = chooseGrams(wordFrequencies, frequencyMax)
  // Of a pair that two articles have, both words are in two.
  const isCommon = (word: number): boolean => (wordFrequencies[word] ?? 0) >= frequencyMin
  const pairs = pairNumbers()
  const pairTable = tallyPairs(texts, pairs, isCommon)
  const pairFrequencies = frequenciesIn(pairTable, pairs.pairs().length / 2)
  const pairGrams = chooseGrams(pairFrequencies, frequencyMax)

  const wordCount = wordGrams.chosen.length
  const pairOffset = wordCount
  return {
    whole: joinTables([
      {table: wordTable, grams: wordGrams.grams, offset: 0},
      {table: pairTable, grams: pairGrams.grams, offset: pairOffset}
    ]),
    heads: joinTables([
      {table: tallyWords(heads), grams: wordGrams.grams, offset: 0},
      {table: tallyPairs(heads, pairs, isCommon), grams: pairGrams.grams, offset: pairOffset}
    ]),
    frequencies: concatenate(
      wordGrams.chosen.map((word) => wordFrequencies[word] ?? 0),
      pairGrams.chosen.map((pair) => pairFrequencies[pair] ?? 0)
    ),
    wordCount,
    nameOf(gram) {
      if (gram < wordCount) return words[wordGrams.chosen[gram] ?? 0] ?? ''
      const pair = pairGrams.chosen[gram - wordCount] ?? 0
      return [0, 1].map((side) => words[pairs.pairs()[pair * 2 + side] ?? 0]).join(' ')
    }
  }
}

function tallyWords(texts: ReadonlyArray<ReadonlyArray<NumberedText>>): CountTable {
  const tally = startTally()
  for (const parts of texts) {
    for (const {amount, numbers} of parts) {
      for (const word of numbers) if (word !== lineEnd) tally.add(word, amount)
    }
    tally.endArticle()
  }
  return tally.table()
}

function tallyPairs(
  texts: ReadonlyArray<ReadonlyArray<NumberedText>>,
  pairs: PairNumbers,
  isCommon: (word: number) => boolean
): CountTable {
  const tally = startTally()
  for (const parts of texts) {
    for (const {amount, numbers} of parts) {
      let first = lineEnd
      for (const word of numbers) {
        const second = word !== lineEnd && isCommon(word) ? word : lineEnd
        if (first !== lineEnd && second !== lineEnd) tally.add(pairs.numberOf(first, second), amount)
        first = second
      }
    }
    tally.endArticle()
  }
  return tally.table()
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
