import type {Nodes, Root} from 'mdast'
import type {Place} from '#src/diagnostics/diagnostic.ts'
import {placeOf} from './place-of.ts'
import type {HiddenShortcodes} from './shortcodes/hide-shortcodes.ts'

/**
 * What each takes as long as a hundred words, since it is rendered by itself: as many as this take a second, and are more than whole
 * books have.
 */
const countMax = 20_000

/** Something of which an article has more than may be. */
export interface TooMany {
  /** In the plural. */
  readonly what: string
  readonly countMax: number
  /** Of the first that is one too many. */
  readonly place: Place | undefined
}

/** Ends a compilation of an article with too many of something. It never leaves `createCompiler`. */
export class TooManyError extends Error {
  readonly found: TooMany

  constructor(found: TooMany) {
    super('Too many of something')
    this.found = found
  }
}

const namesByType: {readonly [Type in Nodes['type']]?: string} = {
  containerDirective: 'directives',
  leafDirective: 'directives',
  formula: 'formulas',
  footnoteDefinition: 'footnotes'
}

/**
 * Refuse a tree with too many directives, formulas or footnotes. Throws `TooManyError`.
 *
 * @param textLength
 *   Of the text that it is of.
 */
export function limitCounts(tree: Root, textLength: number): void {
  // Each takes three characters at least, so that hardly any text has to be looked at.
  if (textLength < countMax * 3) return
  const counts = new Map<string, number>()
  countIn(tree)

  /** Recurses, since a list of the nodes of such a text takes longer than to count them; how deep it may be is limited before. */
  function countIn(node: Nodes): void {
    const what = namesByType[node.type]
    if (what !== undefined) {
      const count = (counts.get(what) ?? 0) + 1
      if (count > countMax) throw new TooManyError({what, countMax, place: placeOf(node)})
      counts.set(what, count)
    }
    if ('children' in node) node.children.forEach(countIn)
  }
}

/** Refuse a text with too many shortcodes, before they are paired. Throws `TooManyError`. */
export function limitShortcodes({shortcodes}: HiddenShortcodes): void {
  const extra = shortcodes[countMax]
  if (extra === undefined) return
  const {start, end} = extra
  const place = {line: start.line, column: start.column, endLine: end.line, endColumn: end.column}
  throw new TooManyError({what: 'shortcodes', countMax, place})
}
