import type {Definition, FootnoteDefinition, Nodes, Root} from 'mdast'
import {isDangerousUrl} from '../dangerous-url.ts'
import {endOf, startOf} from '../place-of.ts'
import {isChangedByParser} from './changed-by-parser.ts'
import {encodeUrl} from './encode-url.ts'
import {type Part, type SplitOptions, splitParts} from './split-parts.ts'
import {endsWithParagraph} from './write-footnotes.ts'

/** What takes the processor. */
export type Obstacle =
  /** Levels that the processor might refuse. */
  | 'depth'
  /** Raw HTML that might reach beyond the blocks it stands in, or a lot of it. */
  | 'html'
  /** A footnote that ends with no paragraph, or one in a body with raw HTML that might not be written. */
  | 'footnote'
  /** A reference whose definition is nowhere. */
  | 'reference'
  /** An address that could run a script. */
  | 'address'
  /** An excerpt mark inside of what starts before it. */
  | 'excerpt'
  /** A carriage return, of a character reference. */
  | 'character'
  /** A node that no parser makes. */
  | 'node'

/** A body as it can be written. */
export interface Survey {
  /** By identifier in upper case; the first of each. */
  readonly definitions: ReadonlyMap<string, Definition>
  /** Footnotes by identifier in upper case; the first of each. */
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>
  readonly parts: ReadonlyArray<Part>
  /** Whether it has raw HTML, so that the processor has all of the body read by an HTML parser. */
  readonly hasHtml: boolean
}

/** Far below the levels that the processor refuses, since a node of mdast becomes up to four of hast. */
const levelsMax = 60

/** Each costs about a twentieth of what the processor takes for an article. */
const islandsMax = 20

/** What is written of a tree, or an obstacle found in it. */
export function surveyTree(tree: Root, options: Omit<SplitOptions, 'hasHtml'>): Survey | Obstacle {
  const definitions = new Map<string, Definition>()
  const footnotes = new Map<string, FootnoteDefinition>()
  const references: Array<string> = []
  const marks: Array<string> = []
  let hasHtml = false
  let hasLostHtml = false
  const obstacle = excerptObstacle(tree, options.excerptEnd) ?? survey(tree, 0, true)
  if (obstacle !== undefined) return obstacle
  if (!references.every((identifier) => definitions.has(identifier))) return 'reference'
  const isWritable = [...footnotes.values()].every(endsWithParagraph)
  if (!marks.every((identifier) => footnotes.has(identifier)) || !isWritable) return 'footnote'
  // How marks are written depends on whether any raw HTML is.
  if (hasLostHtml && marks.length > 0) return 'footnote'
  if (hasHtml && isChangedByParser(tree)) return 'html'
  const parts = splitParts(tree, {...options, hasHtml})
  if (parts === undefined) return 'html'
  const islandCount = parts.filter(({kind}) => kind === 'island').length
  return islandCount > islandsMax ? 'html' : {definitions, footnotes, parts, hasHtml}

  /** Notes what is in a node; `isWritten` says whether all of it is written for certain, as a footnote is only where a mark refers to it. */
  function survey(node: Nodes, level: number, isWritten: boolean): Obstacle | undefined {
    if (level > levelsMax) return 'depth'
    if (node.type === 'html') {
      hasHtml = true
      hasLostHtml ||= !isWritten
    }
    if (node.type === 'definition') {
      const identifier = node.identifier.toUpperCase()
      if (!definitions.has(identifier)) definitions.set(identifier, node)
    }
    if (node.type === 'footnoteDefinition') {
      const identifier = node.identifier.toUpperCase()
      if (!footnotes.has(identifier)) footnotes.set(identifier, node)
    }
    if (node.type === 'footnoteReference') marks.push(node.identifier.toUpperCase())
    if (node.type === 'linkReference' || node.type === 'imageReference') {
      references.push(node.identifier.toUpperCase())
    }
    const own = obstacleOf(node)
    if (own !== undefined || !('children' in node)) return own
    const isInnerWritten = isWritten && node.type !== 'footnoteDefinition' && !isCut(node)
    for (const child of node.children) {
      const inner = survey(child, level + 1, isInnerWritten)
      if (inner !== undefined) return inner
    }
    return undefined
  }
}

/** Whether it is a table with cells that have no column, which are left out. */
function isCut(node: Nodes): boolean {
  if (node.type !== 'table') return false
  const columnCount = node.align?.length ?? Number.POSITIVE_INFINITY
  return node.children.some(({children}) => children.length > columnCount)
}

/** Whether its data is what features give to nodes of its type. */
function isOfFeature({type}: Nodes): boolean {
  return changedByFeatures.has(type)
}

const changedByFeatures: ReadonlySet<Nodes['type']> = new Set([
  'image',
  'imageReference',
  'list',
  'listItem',
  'tableCell'
])

function obstacleOf(node: Nodes): Obstacle | undefined {
  if (node.data !== undefined && !isOfFeature(node)) return 'node'
  switch (node.type) {
    case 'text':
      return node.value.includes('\r') ? 'character' : undefined
    case 'link':
    case 'definition':
      return isDangerousUrl(encodeUrl(node.url), {tagName: 'a', attribute: 'href'}) ? 'address' : undefined
    case 'image':
      return isDangerousUrl(encodeUrl(node.url), {tagName: 'img', attribute: 'src'}) ? 'address' : undefined
    default:
      return undefined
  }
}

/** Whether the excerpt mark cuts through a block, by positions, as the processor sees it. */
function excerptObstacle({children}: Root, excerptEnd: number | undefined): Obstacle | undefined {
  if (excerptEnd === undefined) return undefined
  const isClean = children.every((block) => {
    const start = startOf(block)
    return start !== undefined && (start >= excerptEnd || (endOf(block) ?? excerptEnd + 1) <= excerptEnd)
  })
  return isClean ? undefined : 'excerpt'
}
