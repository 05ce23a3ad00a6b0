import type {Nodes, Parents, Root, RootContent} from 'mdast'
import {listMdast} from '../list-nodes.ts'
import {startOf} from '../place-of.ts'
import {followTags, type HtmlSpot} from './balanced-html.ts'
import {readTokens} from './html-tokens.ts'
import {isWritable} from './write-html.ts'

/** A part of a body: a block, an excerpt mark, or an island. */
export type Part =
  | {
      readonly kind: 'block'
      readonly block: RootContent
      /** Whether it stands between the tags of an element in raw HTML. */
      readonly isEnclosed: boolean
    }
  | {readonly kind: 'mark'}
  | Island

/** Blocks with raw HTML, or between the tags of an element in raw HTML, that an HTML parser has to read. */
export interface Island {
  readonly kind: 'island'
  readonly blocks: ReadonlyArray<RootContent>
  /** Whether they are known to close all that they open; otherwise the parser has to tell. */
  readonly isClosed: boolean
}

/** Nodes between blocks that leave nothing in HTML where they stand. */
const unwritten: ReadonlySet<Nodes['type'] | 'toml'> = new Set([
  'definition',
  'footnoteDefinition',
  'yaml',
  'toml'
])

/** Whether a node between blocks leaves something in HTML. */
export function isWritten({type}: RootContent): boolean {
  return !unwritten.has(type)
}

/** How a body may be split. */
export interface SplitOptions {
  /** Offset of the excerpt mark; `undefined` when there is none. */
  readonly excerptEnd: number | undefined
  /** Whether there is any raw HTML, without which each block is a part. */
  readonly hasHtml: boolean
  /** Whether raw HTML may be written as it is, if it is plain. */
  readonly mayWriteHtml: boolean
}

/**
 * Split a body into what is written one after the other. Islands that close all that they open come out the same when they are
 * compiled by themselves.
 *
 * @returns
 *   `undefined` when raw HTML opens what nothing closes, when an island has what depends on the rest of the body, or when an
 *   excerpt mark follows raw HTML.
 */
export function splitParts(
  {children}: Root,
  {excerptEnd, hasHtml, mayWriteHtml}: SplitOptions
): ReadonlyArray<Part> | undefined {
  const parts: Array<Part> = []
  let markAt = excerptEnd ?? Number.POSITIVE_INFINITY
  let stretch = startStretch(mayWriteHtml)
  for (const block of children) {
    if (!isWritten(block)) continue
    if ((startOf(block) ?? -1) >= markAt) {
      if (stretch.parts.length > 0) return undefined
      parts.push({kind: 'mark'})
      markAt = Number.POSITIVE_INFINITY
    }
    if (!hasHtml) {
      parts.push({kind: 'block', block, isEnclosed: false})
      continue
    }
    const isEnclosed = stretch.open.length > 0
    const found: Found = {hasHtml: isEnclosed, isDependent: false, isWritable: true}
    const open = readNode(block, {spot: 'flow', isInSummary: false}, stretch.open, found)
    const isOfExcerpt = markAt < Number.POSITIVE_INFINITY
    if (open === undefined && !mayStandAlone(block, isOfExcerpt)) return undefined
    const part = {kind: 'block' as const, block, isEnclosed}
    if (open === undefined || found.hasHtml) {
      addToStretch(stretch, part, open === undefined ? {...found, isWritable: false} : found)
      stretch.isClosed &&= open !== undefined
      stretch.open = open ?? stretch.open
      continue
    }
    if (!endStretch(stretch, parts)) return undefined
    stretch = startStretch(mayWriteHtml)
    parts.push(part)
  }
  const isMarkLast = excerptEnd !== undefined && markAt === excerptEnd
  if (stretch.open.length > 0 || (isMarkLast && stretch.parts.length > 0)) return undefined
  if (!endStretch(stretch, parts)) return undefined
  return isMarkLast ? [...parts, {kind: 'mark'}] : parts
}

/** What is found in a block. */
interface Found {
  hasHtml: boolean
  /** Whether it has what depends on the rest of the body: the id of a heading, the number of a footnote. */
  isDependent: boolean
  /** Whether its raw HTML can be written as it is. */
  isWritable: boolean
}

/** Blocks with raw HTML that follow each other: text at the start and end of two of them may be in one line. */
interface Stretch {
  readonly parts: Array<Extract<Part, {kind: 'block'}>>
  /** Names of the elements that are open behind them. */
  open: ReadonlyArray<string>
  isDependent: boolean
  isWritable: boolean
  /** Whether `open` is all that is open. */
  isClosed: boolean
}

function startStretch(isWritable: boolean): Stretch {
  return {parts: [], open: [], isDependent: false, isWritable, isClosed: true}
}

function addToStretch(stretch: Stretch, part: Stretch['parts'][number], found: Found): void {
  stretch.parts.push(part)
  stretch.isDependent ||= found.isDependent
  stretch.isWritable &&= found.isWritable
}

/** Add what a stretch comes to, if anything; returns whether it can be compiled by itself. */
function endStretch(stretch: Stretch, parts: Array<Part>): boolean {
  const {isWritable, isDependent, isClosed} = stretch
  const blocks = stretch.parts.map(({block}) => block)
  if (isWritable) parts.push(...stretch.parts)
  else if (blocks.length > 0) parts.push({kind: 'island', blocks, isClosed})
  return isWritable || !isDependent
}

const flowParents: ReadonlySet<Nodes['type']> = new Set(['blockquote', 'listItem'])

interface Spot {
  readonly spot: HtmlSpot
  /** Whether all around is in the `summary` of raw HTML, where headings are not linked. */
  readonly isInSummary: boolean
}

/** What is open after a node; `undefined` when its raw HTML leaves something open inside, or might do more. */
function readNode(
  node: Nodes,
  {spot, isInSummary}: Spot,
  open: ReadonlyArray<string>,
  found: Found
): ReadonlyArray<string> | undefined {
  const isInner = isInSummary || open.includes('summary')
  if (node.type === 'heading') {
    found.isDependent = true
    if (isInner) found.isWritable = false
  }
  if (node.type === 'footnoteReference') found.isDependent = true
  if (node.type === 'html') {
    found.hasHtml = true
    found.isWritable &&= isWritable(node)
    const tokens = readTokens(node.value)
    return tokens && followTags(tokens, spot, open)
  }
  if ('children' in node && !isClosed(node, isInner, found)) return undefined
  return open
}

function isClosed(parent: Parents, isInSummary: boolean, found: Found): boolean {
  const hasBlocks = 'hasBlocks' in parent ? parent.hasBlocks : flowParents.has(parent.type)
  const spot = {spot: hasBlocks ? ('flow' as const) : ('phrasing' as const), isInSummary}
  let open: ReadonlyArray<string> = []
  for (const child of parent.children) {
    const after = readNode(child, spot, open, found)
    if (after === undefined) return false
    open = after
  }
  return open.length === 0
}

/**
 * Headings, names of anchors, which are no ids that those of headings make way for, and forms, one of which an HTML parser has open until it
 * is closed by name.
 */
const dependentHtml = /<h[1-6]|["'\s/]name[\s=/>]|<form/i

/** What excerpts do not have. */
const onlyOfBody = /["'\s/](?:id|aria-describedby)[\s=/>]/i

/**
 * Whether a block with raw HTML that might do anything has nothing that depends on the rest of the body, and is the same in the excerpt
 * where that has it.
 */
function mayStandAlone(block: RootContent, isOfExcerpt: boolean): boolean {
  for (const node of listMdast(block)) {
    if (node.type === 'heading' || node.type === 'footnoteReference') return false
    if (node.type !== 'html') continue
    if (dependentHtml.test(node.value) || (isOfExcerpt && onlyOfBody.test(node.value))) return false
  }
  return true
}
