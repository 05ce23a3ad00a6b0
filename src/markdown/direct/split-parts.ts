import type {Nodes, Parents, Root, RootContent} from 'mdast'
import {startOf} from '../place-of.ts'
import {readTags} from './balanced-html.ts'

/** A part of a body: a block, an excerpt mark, or an island. */
export type Part =
  | {readonly kind: 'block'; readonly block: RootContent}
  | {readonly kind: 'mark'}
  | {readonly kind: 'island'; readonly blocks: Array<RootContent>}

/** Nodes between blocks that leave nothing in HTML. */
const unwritten: ReadonlySet<Nodes['type'] | 'toml'> = new Set(['definition', 'yaml', 'toml'])

/** Whether a node between blocks leaves something in HTML. */
export function isWritten({type}: RootContent): boolean {
  return !unwritten.has(type)
}

/**
 * Split a body into what is written one after the other. An island is blocks with raw HTML, or between the tags of an element
 * in raw HTML: as they close all that they open, they come out the same when they are compiled by themselves.
 *
 * @param excerptEnd
 *   Offset of the excerpt mark; `undefined` when there is none.
 * @returns
 *   `undefined` when raw HTML might reach further, when an island has headings (whose ids depend on all others), or when an
 *   excerpt mark follows it.
 */
export function splitParts(
  {children}: Root,
  excerptEnd: number | undefined
): ReadonlyArray<Part> | undefined {
  const parts: Array<Part> = []
  let markAt = excerptEnd ?? Number.POSITIVE_INFINITY
  let open: ReadonlyArray<string> = []
  for (const block of children) {
    if (!isWritten(block)) continue
    const last = parts.at(-1)
    if ((startOf(block) ?? -1) >= markAt) {
      if (last?.kind === 'island') return undefined
      parts.push({kind: 'mark'})
      markAt = Number.POSITIVE_INFINITY
    }
    const found: Found = {hasHtml: open.length > 0, hasHeading: false}
    const after = readNode(block, 'flow', open, found)
    if (after === undefined || (found.hasHtml && found.hasHeading)) return undefined
    open = after
    if (!found.hasHtml) parts.push({kind: 'block', block})
    else if (last?.kind === 'island') last.blocks.push(block)
    else parts.push({kind: 'island', blocks: [block]})
  }
  if (open.length > 0) return undefined
  const isMarkLast = excerptEnd !== undefined && markAt === excerptEnd
  if (isMarkLast && parts.at(-1)?.kind === 'island') return undefined
  return isMarkLast ? [...parts, {kind: 'mark'}] : parts
}

interface Found {
  hasHtml: boolean
  hasHeading: boolean
}

const flowParents: ReadonlySet<Nodes['type']> = new Set(['blockquote', 'listItem'])

/** What is open after a node; `undefined` when its raw HTML leaves something open inside, or might do more. */
function readNode(
  node: Nodes,
  spot: 'flow' | 'phrasing',
  open: ReadonlyArray<string>,
  found: Found
): ReadonlyArray<string> | undefined {
  if (node.type === 'heading') found.hasHeading = true
  if (node.type === 'html') {
    found.hasHtml = true
    return readTags(node.value, spot, open)
  }
  if ('children' in node && !isClosed(node, found)) return undefined
  return open
}

function isClosed(parent: Parents, found: Found): boolean {
  const hasBlocks = 'hasBlocks' in parent ? parent.hasBlocks : flowParents.has(parent.type)
  const spot = hasBlocks ? 'flow' : 'phrasing'
  let open: ReadonlyArray<string> = []
  for (const child of parent.children) {
    const after = readNode(child, spot, open, found)
    if (after === undefined) return false
    open = after
  }
  return open.length === 0
}
