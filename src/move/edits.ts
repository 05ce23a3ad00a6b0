import type {Place} from '#src/diagnostics/diagnostic.ts'

/** A stretch of a text and what takes its place. Offsets in UTF-16 code units. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A text with edits, which do not overlap; one that is there twice counts once. */
export function applyEdits(text: string, edits: ReadonlyArray<Edit>): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start)
  let result = ''
  let end = 0
  for (const edit of ordered) {
    if (edit.start < end) continue
    result += text.slice(end, edit.start) + edit.text
    end = edit.end
  }
  return result + text.slice(end)
}

/** Where an address stands in a text, as far as that is certain. */
export interface Wanted {
  /** The address without what follows its path. */
  readonly path: string
  /** Of the address, or of what has it. */
  readonly place: Place
}

/**
 * Where the path of an address stands: at its place, or in the definition that its place refers to.
 *
 * @returns
 *   Empty where it is written otherwise than it is read; several for a definition that is written twice.
 */
export function findWritten(text: string, {path, place}: Wanted): ReadonlyArray<Pick<Edit, 'start' | 'end'>> {
  const starts = lineStarts(text)
  const from = (starts[place.line - 1] ?? 0) + place.column - 1
  const to = Math.min(text.length, (starts[place.endLine - 1] ?? text.length) + place.endColumn - 1)
  for (const written of spellings(path)) {
    const found = occurrences(text, written, from, to)
    // The text of a link may have the same words: its address is the last of them.
    const [chosen] = found
      .filter((start) => text[start - 1] === '(')
      .slice(-1)
      .concat(found)
    if (chosen !== undefined) return [{start: chosen, end: chosen + written.length}]
  }
  return spellings(path).flatMap((written) => definitionsOf(text, written))
}

/** As it may stand in Markdown: percent-encoded, or not, or with the references of HTML. */
export function spellings(path: string): ReadonlyArray<string> {
  const decoded = decode(path)
  return [...new Set([path, decoded, path.replaceAll('&', '&amp;'), decoded.replaceAll('&', '&amp;')])]
}

function occurrences(text: string, written: string, from: number, to: number): ReadonlyArray<number> {
  const found: Array<number> = []
  for (let at = text.indexOf(written, from); at !== -1 && at < to; at = text.indexOf(written, at + 1)) {
    const [before = ' ', after = ' '] = [text[at - 1], text[at + written.length]]
    if (/[\s("'<=[:,/]/.test(before) && before !== '/' && /[\s)"'>#?\]|,}]/.test(after)) found.push(at)
  }
  return found
}

/** Definitions of an address, `[label]: address`, that do not stand in code. */
function definitionsOf(text: string, written: string): ReadonlyArray<Pick<Edit, 'start' | 'end'>> {
  const found: Array<Pick<Edit, 'start' | 'end'>> = []
  let offset = 0
  let fence: string | undefined
  for (const line of text.split('\n')) {
    const [, mark] = /^\s*(`{3,}|~{3,})/.exec(line) ?? []
    if (mark !== undefined) fence = fence === undefined ? mark[0] : mark[0] === fence ? undefined : fence
    const [head] = /^\s{0,3}(?:>\s?)*\[[^\]]+\]:\s*<?/.exec(line) ?? []
    const rest = head === undefined ? '' : line.slice(head.length)
    if (
      fence === undefined &&
      head !== undefined &&
      rest.startsWith(written) &&
      /^(?:[\s>#?]|$)/.test(rest.slice(written.length))
    ) {
      found.push({start: offset + head.length, end: offset + head.length + written.length})
    }
    offset += line.length + 1
  }
  return found
}

function lineStarts(text: string): ReadonlyArray<number> {
  return [0, ...Array.from(text.matchAll(/\n/g), ({index}) => index + 1)]
}

function decode(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
