import type {Nodes as HastNodes, Root as HastRoot} from 'hast'
import type {Nodes as MdastNodes, Root as MdastRoot} from 'mdast'
import type {Place} from '#src/diagnostics/diagnostic.ts'
import {codeLineReader} from './code-lines.ts'
import {placeOf} from './place-of.ts'

/**
 * Levels of a tree. The steps after the parser recurse; this leaves them half of Node's default stack, so that the
 * same file is refused on every machine instead of wherever the stack happens to end.
 */
const levelsMax = 300

/** Ends a compilation whose tree is too deep. It never leaves `createCompiler`. */
export class TooDeepError extends Error {
  readonly place: Place | undefined

  constructor(place: Place | undefined) {
    super('Nesting too deep')
    this.place = place
  }
}

/** Refuse a text by the beginnings of its lines, of which a parser would take the square. Throws `TooDeepError`. */
export function limitTextDepth(text: string): void {
  if (!hasManyMarks(text)) return
  const isInCode = codeLineReader()
  for (const [index, line] of text.split('\n').entries()) {
    const column = isInCode(line) || !manyMarks.test(line) ? undefined : columnTooDeep(line)
    if (column === undefined) continue
    throw new TooDeepError({line: index + 1, column, endLine: index + 1, endColumn: line.length + 1})
  }
}

/** Whether a line begins with many marks. Most lines are too short for that, so that they are passed by their length. */
function hasManyMarks(text: string): boolean {
  for (let start = 0, end = 0; end !== -1; start = end + 1) {
    end = text.indexOf('\n', start)
    const stop = end === -1 ? text.length : end
    if (stop - start >= manyMin && manyMarks.test(text.slice(start, stop))) return true
  }
  return false
}

/** The beginning of a quote or item. */
const markPattern = String.raw`[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])`

/** So many might be too deep: an item is two levels, itself and its list. */
const manyMin = levelsMax / 2

const manyMarks = new RegExp(`^(?:${markPattern}){${manyMin}}`)

const thematicBreak = /^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/

/** Where a line begins a quote or item that is too deep. */
function columnTooDeep(line: string): number | undefined {
  const mark = new RegExp(markPattern, 'y')
  let depth = 0
  for (let match = mark.exec(line); match !== null; match = mark.exec(line)) {
    const sign = match[0].trim()
    if (sign !== '>' && thematicBreak.test(line.slice(match.index))) return undefined
    depth += sign === '>' ? 1 : 2
    if (depth > levelsMax) return match.index + match[0].search(/\S/) + 1
  }
  return undefined
}

/** Refuse Markdown that nests lists, quotes or emphasis too deeply. Throws `TooDeepError`. */
export function limitMdastDepth(tree: MdastRoot): void {
  limitDepth(tree)
}

/** Refuse raw HTML that nests elements too deeply. */
export function limitHastDepth(): (tree: HastRoot) => void {
  return limitDepth
}

function limitDepth(tree: HastRoot | MdastRoot): void {
  let level: Array<HastNodes | MdastNodes> = [tree]
  let place: Place | undefined
  for (let depth = 0; level.length > 0; depth++) {
    // Elements that were never closed have no position; the deepest one around them has.
    const positioned = level.find((node) => placeOf(node) !== undefined)
    if (positioned !== undefined) place = placeOf(positioned)
    if (depth > levelsMax) throw new TooDeepError(place)
    const next: Array<HastNodes | MdastNodes> = []
    for (const node of level) {
      if (!('children' in node)) continue
      for (const child of node.children) next.push(child)
    }
    level = next
  }
}
