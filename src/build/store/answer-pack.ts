import type {StoredAnswers} from '#src/graph/traces.ts'
import type {Store} from '#src/model/store.ts'

/** Read at once, and held: who needs an answer needs some of those beside it. */
const pageSize = 64 * 1024

/**
 * Reads answers from a file of the store, as far as they are needed. What is not there any more is told by nobody but the answers
 * themselves: they are checked by their hashes.
 *
 * @param end
 *   Bytes of the file that are answers.
 */
export function openAnswerPack(
  store: Pick<Store, 'readPart'>,
  name: string,
  end: number
): StoredAnswers['read'] {
  const pages = new Map<number, Uint8Array>()
  return (start, length) => {
    const pageStart = start - (start % pageSize)
    if (start + length > Math.min(pageStart + pageSize, end)) return store.readPart(name, start, length)
    const page = pages.get(pageStart) ?? store.readPart(name, pageStart, Math.min(pageSize, end - pageStart))
    if (page === undefined) return undefined
    pages.set(pageStart, page)
    return page.subarray(start - pageStart, start - pageStart + length)
  }
}

/** Put bytes behind what a file has. */
export function writeAnswerPack(
  store: Pick<Store, 'append'>,
  name: string,
  pieces: Iterable<Uint8Array>
): void {
  for (const piece of pieces) store.append(name, [piece])
}
