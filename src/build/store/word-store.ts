import {Buffer} from 'node:buffer'
import {decodeColumns, encodeColumns, numbersOf} from '#src/graph/columns.ts'
import {type NumberedArticles, type NumberWords, numberWordsAgain} from '#src/related/number-words.ts'
import type {SealedStore} from './sealed-store.ts'

/** Numbers the words of articles by those that were numbered last, which lie in one file: so an edit opens one document, and not all. */
export function wordStore(store: Pick<SealedStore, 'read' | 'write'>): NumberWords {
  return (articles, fields) => {
    const before = readWords(store)
    const numbered = numberWordsAgain(articles, fields, before)
    const head = headOf(numbered)
    if (before === undefined || headOf(before) !== head) writeWords(store, head, numbered)
    return numbered
  }
}

const wordsFile = 'words'

/** What is no column of numbers. All else follows from it, but takes long to be made. */
type WordsHead = Pick<NumberedArticles, 'hashes' | 'parts' | 'wordCount'>

function headOf({hashes, parts, wordCount}: NumberedArticles): string {
  return JSON.stringify({hashes, parts, wordCount} satisfies WordsHead)
}

function writeWords(
  store: Pick<SealedStore, 'write'>,
  head: string,
  {starts, numbers, wordCount, wordOf}: NumberedArticles
): void {
  const words = Array.from({length: wordCount}, (_, number) => wordOf(number))
  const texts = [head, words.join('\n')].map((text) => Buffer.from(text))
  store.write(wordsFile, ...encodeColumns([...texts, toColumn(starts), toColumn(numbers)]))
}

function readWords(store: Pick<SealedStore, 'read'>): NumberedArticles | undefined {
  const bytes = store.read(wordsFile)
  if (bytes === undefined) return undefined
  const [head, text, starts, numbers] = decodeColumns(bytes)
  if (head === undefined || text === undefined) return undefined
  const words = text.toString('utf8').split('\n')
  return {
    ...(JSON.parse(head.toString('utf8')) as WordsHead),
    starts: fromColumn(starts),
    numbers: fromColumn(numbers),
    wordOf: (number) => words[number] ?? ''
  }
}

function toColumn({buffer, byteOffset, byteLength}: Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function fromColumn(column: Uint8Array | undefined): Int32Array {
  const {buffer, byteOffset, length} = numbersOf(column)
  return new Int32Array(buffer, byteOffset, length)
}
