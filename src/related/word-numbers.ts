import {intList} from './int-list.ts'

/** Numbers words: 0 for the first that is met, and so on. */
export interface WordNumbers {
  /** Tell of each word of a text its number, and of each end of a line. */
  readonly read: (text: string, onWord: (number: number) => void, onLineEnd: () => void) => void
  /** The number of a single word. */
  readonly numberOf: (word: string) => number
  readonly count: () => number
  /** A word by its number. */
  readonly wordOf: (number: number) => string
}

const space = 0x20
const lineFeed = 0x0a

/** Of a UTF-16 code unit. */
const bytesMax = 3

/** Of FNV-1a. */
const hashStart = 0x811c9dc5 | 0
const hashFactor = 0x01000193

/**
 * Looks words up by their bytes: to make a string of each word of thousands of articles, only to find its number in a `Map`, takes several
 * times as long.
 */
export function wordNumbers(): WordNumbers {
  const encoder = new TextEncoder()
  let bytes = new Uint8Array(1 << 16)
  let slots = new Int32Array(1 << 12).fill(-1)
  const hashes = intList()
  // Where each word begins among the bytes of all; one more is the end.
  const starts = intList()
  let known = new Uint8Array(1 << 16)
  starts.push(0)
  return {
    read,
    numberOf(word) {
      let found = 0
      read(
        word,
        (number) => (found = number),
        () => undefined
      )
      return found
    },
    count: () => hashes.length,
    wordOf: (number) => new TextDecoder().decode(known.subarray(starts.at(number), starts.at(number + 1)))
  }

  function read(text: string, onWord: (number: number) => void, onLineEnd: () => void): void {
    if (bytes.length < text.length * bytesMax) bytes = new Uint8Array(text.length * bytesMax)
    const {written} = encoder.encodeInto(text, bytes)
    const encoded = bytes
    let start = 0
    let hash = hashStart
    for (let at = 0; at <= written; at++) {
      const byte = at === written ? lineFeed : (encoded[at] ?? 0)
      if (byte !== space && byte !== lineFeed) {
        hash = Math.imul(hash ^ byte, hashFactor)
        continue
      }
      if (at > start) onWord(add(hash, start, at))
      if (byte === lineFeed) onLineEnd()
      start = at + 1
      hash = hashStart
    }
  }

  function add(hash: number, start: number, end: number): number {
    const slot = slotOf(hash, start, end)
    const number = slots[slot] ?? -1
    if (number !== -1) return number
    const added = hashes.length
    slots[slot] = added
    hashes.push(hash)
    keep(start, end)
    // Half full, most are found at once.
    if (hashes.length * 2 >= slots.length) slots = widened(slots.length * 2, hashes.view())
    return added
  }

  /** Where a word is, or would be. */
  function slotOf(hash: number, start: number, end: number): number {
    const mask = slots.length - 1
    let slot = firstSlot(hash) & mask
    for (let number = slots[slot] ?? -1; number !== -1; number = slots[slot] ?? -1) {
      if (hashes.at(number) === hash && isWord(number, start, end)) return slot
      slot = (slot + 1) & mask
    }
    return slot
  }

  function isWord(number: number, start: number, end: number): boolean {
    const first = starts.at(number)
    if (starts.at(number + 1) - first !== end - start) return false
    for (let at = start; at < end; at++) if (known[first + at - start] !== bytes[at]) return false
    return true
  }

  function keep(start: number, end: number): void {
    const first = starts.at(hashes.length - 1)
    const length = first + end - start
    if (length > known.length) {
      const larger = new Uint8Array(Math.max(length, known.length * 2))
      larger.set(known)
      known = larger
    }
    known.set(bytes.subarray(start, end), first)
    starts.push(length)
  }
}

/** The lower bits choose the slot, and say more with the upper ones in them. */
function firstSlot(hash: number): number {
  return hash ^ (hash >>> 15)
}

function widened(length: number, hashes: Int32Array): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(length).fill(-1)
  const mask = length - 1
  hashes.forEach((hash, number) => {
    let slot = firstSlot(hash) & mask
    while (slots[slot] !== -1) slot = (slot + 1) & mask
    slots[slot] = number
  })
  return slots
}
