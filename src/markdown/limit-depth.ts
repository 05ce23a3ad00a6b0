import type {Nodes as HastNodes, Root as HastRoot} from 'hast'
import type {Nodes as MdastNodes, Root as MdastRoot} from 'mdast'
import type {Place} from '#src/diagnostics/diagnostic.ts'
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
