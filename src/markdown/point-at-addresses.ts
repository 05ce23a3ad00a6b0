import type {Place} from '#src/diagnostics/diagnostic.ts'
import type {CompiledBody} from '#src/model/document.ts'
import type {Fragment, Slot} from '#src/model/fragment.ts'

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
    const start = (lineStarts[line - 1] ?? 0) + column - 1
    const written = text.slice(start, (lineStarts[endLine - 1] ?? 0) + endColumn - 1)
    const found = findAddress(written, asWritten(reference, line))
    if (found === undefined) return undefined
    const before = written.slice(0, found.index).split('\n')
    const at = {
      line: line + before.length - 1,
      column: (before.length === 1 ? column : 1) + (before.at(-1)?.length ?? 0)
    }
    return {...at, endLine: at.line, endColumn: at.column + found.length}
  }
}

function startsOfLines(text: string): ReadonlyArray<number> {
  const starts = [0]
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}

/** An address in what was written for its link or image; `undefined` where it is written otherwise than it is read. */
function findAddress(
  written: string,
  reference: string
): {readonly index: number; readonly length: number} | undefined {
  for (const address of [reference, decoded(reference)]) {
    if (address === undefined) continue
    // The last one: the text of a link may be an image.
    for (const mark of ['](', '](<']) {
      const index = written.lastIndexOf(mark + address)
      if (index !== -1) return {index: index + mark.length, length: address.length}
    }
    for (const quote of ['"', "'"]) {
      const index = written.indexOf(`=${quote}${address}${quote}`)
      if (index !== -1) return {index: index + '="'.length, length: address.length}
    }
  }
  return undefined
}

/** Without percent escapes, which links of Markdown may do without; `undefined` where that is the same. */
function decoded(reference: string): string | undefined {
  if (!reference.includes('%')) return undefined
  try {
    return decodeURI(reference)
  } catch {
    return undefined
  }
}
