import type {Definition, Nodes, Root} from 'mdast'
import {isDangerousUrl} from '../drop-dangerous-urls.ts'
import {isExcerptMark} from '../take-excerpt-mark.ts'
import {encodeUrl} from './encode-url.ts'

/** What takes the processor. */
export type Obstacle =
  /** Levels that the processor might refuse. */
  | 'depth'
  /** Raw HTML, which can close and move what is around it. */
  | 'html'
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

/** By identifier in upper case; the first of each. */
export type Definitions = ReadonlyMap<string, Definition>

/** Far below the levels that the processor refuses, since a node of mdast becomes up to four of hast. */
const levelsMax = 60

/** The definitions of a tree, or an obstacle found in it. */
export function surveyTree(tree: Root): Definitions | Obstacle {
  const definitions = new Map<string, Definition>()
  const references: Array<string> = []
  const obstacle = excerptObstacle(tree) ?? survey(tree, 0)
  if (obstacle !== undefined) return obstacle
  return references.every((identifier) => definitions.has(identifier)) ? definitions : 'reference'

  function survey(node: Nodes, level: number): Obstacle | undefined {
    if (level > levelsMax) return 'depth'
    if (node.type === 'definition') {
      const identifier = node.identifier.toUpperCase()
      if (!definitions.has(identifier)) definitions.set(identifier, node)
    }
    if (node.type === 'linkReference' || node.type === 'imageReference') {
      references.push(node.identifier.toUpperCase())
    }
    const own = obstacleOf(node, level)
    if (own !== undefined || !('children' in node)) return own
    for (const child of node.children) {
      const inner = survey(child, level + 1)
      if (inner !== undefined) return inner
    }
    return undefined
  }
}

function obstacleOf(node: Nodes, level: number): Obstacle | undefined {
  if (node.data !== undefined) return 'node'
  switch (node.type) {
    case 'text':
      if (node.value.includes('\r')) return 'character'
      // The processor looks for marks without definition there.
      return node.value.includes('[^') ? 'footnote' : undefined
    case 'html':
      return level === 1 && isExcerptMark(node) ? undefined : 'html'
    case 'footnoteDefinition':
    case 'footnoteReference':
      return 'footnote'
    case 'link':
    case 'definition':
      return isDangerousUrl(encodeUrl(node.url), {tagName: 'a', attribute: 'href'}) ? 'address' : undefined
    case 'image':
      return isDangerousUrl(encodeUrl(node.url), {tagName: 'img', attribute: 'src'}) ? 'address' : undefined
    default:
      return undefined
  }
}

/** Whether the first excerpt mark cuts through a block, by positions, as the processor sees it. */
function excerptObstacle({children}: Root): Obstacle | undefined {
  const index = children.findIndex(isExcerptMark)
  if (index === -1) return undefined
  const offset = children[index]?.position?.start.offset ?? -1
  const isClean = children.every(({position}, other) => {
    const {start, end} = position ?? {}
    return other < index ? (end?.offset ?? offset + 1) <= offset : (start?.offset ?? -1) >= offset
  })
  return isClean ? undefined : 'excerpt'
}
