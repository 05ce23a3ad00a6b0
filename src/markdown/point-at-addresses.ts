import type {Place} from '#src/diagnostics/diagnostic.ts'
import type {CompiledBody} from '#src/model/document.ts'
import type {Fragment, Slot} from '#src/model/fragment.ts'
import {addressFinder} from './find-address.ts'

/**
 * A body whose references have the places of their addresses, where these are found, instead of whole links and elements.
 *
 * @param asWritten
 *   How a reference stands in a line of the text, 1-based.
 */
export function pointAtAddresses(
  compiled: CompiledBody,
  text: string,
  asWritten: (reference: string, line: number) => string
): CompiledBody {
  const {body, excerpt} = compiled
  if (body.slots.length === 0) return compiled
  const lineStarts = startsOfLines(text)
  const find = addressFinder(text)
  /** What the slots of the body have become: an excerpt mostly has some of them. */
  const pointed = new Map<Slot, Slot>()
  return {...compiled, body: pointFragment(body), excerpt: pointFragment(excerpt)}

  function pointFragment({chunks, slots}: Fragment): Fragment {
    return {chunks, slots: slots.map(pointSlot)}
  }

  function pointSlot(slot: Slot): Slot {
    const known = pointed.get(slot)
    if (known !== undefined) return known
    const made = pointAlone(slot)
    pointed.set(slot, made)
    return made
  }

  function pointAlone(slot: Slot): Slot {
    if ('children' in slot) return {...slot, children: pointFragment(slot.children)}
    const place = 'reference' in slot && slot.place && addressIn(slot.place, slot.reference)
    return place ? {...slot, place} : slot
  }

  function addressIn({line, column, endLine, endColumn}: Place, reference: string): Place | undefined {
    const stretch = {start: startOf(line) + column - 1, end: startOf(endLine) + endColumn - 1}
    const found = find(stretch, asWritten(reference, line))
    if (found === undefined) return undefined
    const foundLine = lineAt(lineStarts, found.start)
    const foundColumn = found.start - startOf(foundLine) + 1
    const endColumnOfAddress = foundColumn + found.end - found.start
    return {line: foundLine, column: foundColumn, endLine: foundLine, endColumn: endColumnOfAddress}
  }

  function startOf(line: number): number {
    return lineStarts[line - 1] ?? 0
  }
}

function startsOfLines(text: string): ReadonlyArray<number> {
  const starts = [0]
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}

/** The line that an offset is in, 1-based. */
function lineAt(starts: ReadonlyArray<number>, offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}
