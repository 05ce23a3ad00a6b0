import type {ElementContent} from 'hast'
import type {Definition, FootnoteDefinition, Nodes, Root} from 'mdast'
import {isDangerousUrl} from '../dangerous-url.ts'
import {endOf, startOf} from '../place-of.ts'
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
export function surveyTree(tree: Root, options: SplitOptions): Survey | Obstacle {
  const definitions = new Map<string, Definition>()
  const footnotes = new Map<string, FootnoteDefinition>()
  const references: Array<string> = []
  const marks: Array<string> = []
  // Text of raw HTML and what stands by itself between blocks become one line.
  let isChangeable = tree.children.some(isInline)
  let hasHtml = false
  let hasLostHtml = false
  const around: Around = {level: 0, isInLink: false, isWritten: true}
  const obstacle = excerptObstacle(tree, options.excerptEnd) ?? survey(tree, around)
  if (obstacle !== undefined) return obstacle
  if (!references.every((identifier) => definitions.has(identifier))) return 'reference'
  const isWritable = [...footnotes.values()].every(endsWithParagraph)
  if (!marks.every((identifier) => footnotes.has(identifier)) || !isWritable) return 'footnote'
  // How marks are written depends on whether any raw HTML is.
  if (hasLostHtml && marks.length > 0) return 'footnote'
  const parts = splitParts(tree, options)
  if (parts === undefined) return 'html'
  const islandCount = parts.filter(({kind}) => kind === 'island').length
  const isChanged = hasHtml && isChangeable
  return isChanged || islandCount > islandsMax ? 'html' : {definitions, footnotes, parts, hasHtml}

  function survey(node: Nodes, {level, isInLink, isWritten}: Around): Obstacle | undefined {
    if (level > levelsMax) return 'depth'
    if (isParsedOtherwise(node, isInLink)) isChangeable = true
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
    const within: Around = {
      level: level + 1,
      isInLink: isInLink || isLink(node),
      isWritten: isWritten && node.type !== 'footnoteDefinition' && !isCut(node)
    }
    for (const child of node.children) {
      const inner = survey(child, within)
      if (inner !== undefined) return inner
    }
    return undefined
  }
}

/** What is around a node. */
interface Around {
  readonly level: number
  readonly isInLink: boolean
  /** Whether all that is in it is written for certain; a footnote is only where a mark refers to it. */
  readonly isWritten: boolean
}

/**
 * Whether an HTML parser would take a node without raw HTML for something else: a link inside of a link; code that starts with
 * an empty line; two texts at the end of a heading, in the last of which its `{#mark}` is looked for.
 */
function isParsedOtherwise(node: Nodes, isInLink: boolean): boolean {
  if (node.type === 'code') return node.value.startsWith('\n')
  if (node.type === 'htmlTree') return startsWithLineEnd(node.content)
  if (node.type === 'heading') {
    return node.children.length > 1 && node.children.slice(-2).every(({type}) => type === 'text')
  }
  return isInLink && (isLink(node) || node.type === 'footnoteReference')
}

/** Whether the text of one of its elements does. */
function startsWithLineEnd(content: ReadonlyArray<ElementContent>): boolean {
  const [first] = content
  if (first?.type === 'text' && first.value.startsWith('\n')) return true
  return content.some((node) => node.type === 'element' && startsWithLineEnd(node.children))
}

/** Whether it is a table with cells that have no column, which are left out. */
function isCut(node: Nodes): boolean {
  if (node.type !== 'table') return false
  const columnCount = node.align?.length ?? Number.POSITIVE_INFINITY
  return node.children.some(({children}) => children.length > columnCount)
}

/** Whether a node makes no block, wherever it stands. */
function isInline(node: Nodes): boolean {
  if (node.type === 'component') return node.call.spot === 'inline'
  return isLink(node) || node.type === 'image' || node.type === 'imageReference'
}

function isLink({type}: Nodes): boolean {
  return type === 'link' || type === 'linkReference'
}

/** Whether its data is what features give to nodes of its type. */
function isOfFeature({type}: Nodes): boolean {
  return type === 'image' || type === 'imageReference' || type === 'tableCell'
}

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
