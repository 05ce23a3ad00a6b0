import {intList} from './int-list.ts'

/** Adds up amounts by number, for one article after the other. */
export interface Tally {
  readonly add: (number: number, amount: number) => void
  /** End an article: what was added to each number goes into the table, in the order of first additions. */
  readonly endArticle: () => void
  readonly table: () => CountTable
}

/** Amounts of numbers in articles, article by article. */
export interface CountTable {
  /** Where each article begins in the other two; one more is the end. */
  readonly starts: Int32Array
  readonly numbers: Int32Array
  readonly amounts: Int32Array
}

/** A table that is being made. */
export function startTally(): Tally {
  const starts = intList()
  const numbers = intList()
  const amounts = intList()
  starts.push(0)
  let sums = new Int32Array(1024)
  let articleStart = 0
  return {
    add(number, amount) {
      if (number >= sums.length) {
        const larger = new Int32Array(Math.max(number + 1, sums.length * 2))
        larger.set(sums)
        sums = larger
      }
      if (sums[number] === 0) numbers.push(number)
      sums[number] = (sums[number] ?? 0) + amount
    },
    endArticle() {
      const all = numbers.view()
      for (let at = articleStart; at < all.length; at++) {
        const number = all[at] ?? 0
        amounts.push(sums[number] ?? 0)
        sums[number] = 0
      }
      articleStart = all.length
      starts.push(articleStart)
    },
    table: () => ({starts: starts.view(), numbers: numbers.view(), amounts: amounts.view()})
  }
}

/** In how many articles each number occurs, for numbers below `count`. */
export function frequenciesIn({numbers}: CountTable, count: number): Int32Array {
  const frequencies = new Int32Array(count)
  for (const number of numbers) frequencies[number] = (frequencies[number] ?? 0) + 1
  return frequencies
}

/** In the place of a gram, for what has none. */
export const notCounted: number = -1

/** A table of whatever numbers, and the gram that each of them is, less the offset. */
export interface NumberedTable {
  readonly table: CountTable
  /** `notCounted` for what is left out. */
  readonly grams: Int32Array
  readonly offset: number
}

/** Tables of the same articles as one table of grams. */
export function joinTables(parts: ReadonlyArray<NumberedTable>): CountTable {
  const [starts, numbers, amounts] = [intList(), intList(), intList()]
  const articleCount = (parts[0]?.table.starts.length ?? 1) - 1
  starts.push(0)
  for (let article = 0; article < articleCount; article++) {
    for (const {table, grams, offset} of parts) {
      const end = table.starts[article + 1] ?? 0
      for (let at = table.starts[article] ?? 0; at < end; at++) {
        const gram = grams[table.numbers[at] ?? 0] ?? notCounted
        if (gram === notCounted) continue
        numbers.push(gram + offset)
        amounts.push(table.amounts[at] ?? 0)
      }
    }
    starts.push(numbers.length)
  }
  return {starts: starts.view(), numbers: numbers.view(), amounts: amounts.view()}
}
