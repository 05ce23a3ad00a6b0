import type {Nodes, Root} from 'mdast'
import type {Fragment, ReferenceSlot} from '#src/model/fragment.ts'
import {includeLines} from './includes/include-lines.ts'
import type {JoinedLine} from './includes/joined-text.ts'
import {listMdast} from './list-nodes.ts'
import {isSiteReference} from './open-slots.ts'
import {endOf, startOf} from './place-of.ts'
import {isIgnoreNode} from './take-ignores.ts'

/** The text of a body, and where in it the body begins. */
export interface WrittenBody {
  /** That positions in the tree count in. */
  readonly text: string
  readonly bodyStart: number
  /** Where its lines are from; absent when it includes no Markdown. */
  readonly lines: ReadonlyArray<JoinedLine> | undefined
}

/**
 * Markdown as its author wrote it, with slots for addresses of the site, what is included in its place, and neither front matter nor
 * the lines that include something. Addresses in raw HTML and names in `[[…]]` stay as they are.
 */
export function cutMarkdown(tree: Root, {text, bodyStart, lines}: WrittenBody): Fragment {
  const cuts: Array<Cut> = []
  for (const [start, end] of lines === undefined ? [] : includeLines(text, lines)) {
    cuts.push({start, end, put: ''})
  }
  for (const node of listMdast(tree)) {
    const cut = cutOf(node, text)
    if (cut !== undefined) cuts.push(cut)
  }
  return fragmentOf(
    text,
    bodyStart,
    cuts.sort((a, b) => a.start - b.start)
  )
}

/** A piece of the text, and what stands there instead. */
interface Cut {
  readonly start: number
  readonly end: number
  readonly put: string | ReferenceSlot
}

/** `[…](here "title")`, at the end of a link or image. */
const inlineAddress = /\]\(\s*(<[^<>\n]*>|[^\s<>]*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)$/

/** `[…]: here`, at the start of a definition. */
const definedAddress = /^\[[^\]]*\]:\s*(<[^<>\n]*>|\S+)/

function cutOf(node: Nodes, text: string): Cut | undefined {
  const [start, end] = [startOf(node), endOf(node)]
  if (start === undefined || end === undefined) return undefined
  if (isIgnoreNode(node)) return {start, end, put: ''}
  if (node.type === 'code') return includedCode(node.value, text.slice(start, end), start)
  if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return undefined
  if (!isSiteReference(node.url)) return undefined
  const isDefinition = node.type === 'definition'
  const found = (isDefinition ? definedAddress : inlineAddress).exec(text.slice(start, end))
  const [whole, written] = found ?? []
  if (found === null || whole === undefined || written === undefined) return undefined
  const from = start + found.index + whole.indexOf(written, isDefinition ? whole.indexOf(']:') + 2 : 2)
  const put: ReferenceSlot = {reference: node.url, role: node.type === 'image' ? 'asset' : 'link'}
  return {start: from, end: from + written.length, put}
}

/** A fence whose code comes from a file, which stands nowhere in the text. */
function includedCode(value: string, written: string, start: number): Cut | undefined {
  const [opening = '', second] = written.split('\n')
  const fence = /^\s*(`{3,}|~{3,})/.exec(opening)?.[1]
  const isEmpty = second === undefined || second.trim() === fence
  if (fence === undefined || value === '' || !isEmpty) return undefined
  return {start, end: start + written.length, put: `${opening}\n${value}\n${fence}`}
}

function fragmentOf(text: string, bodyStart: number, cuts: ReadonlyArray<Cut>): Fragment {
  const chunks: Array<string> = []
  const slots: Array<ReferenceSlot> = []
  let chunk = ''
  let done = bodyStart
  for (const {start, end, put} of cuts) {
    // An image in a link lies within it, its address before that of the link; what lies in what was cut is gone.
    if (start < done) continue
    chunk += text.slice(done, start)
    done = end
    if (typeof put === 'string') chunk += put
    else {
      chunks.push(chunk)
      slots.push(put)
      chunk = ''
    }
  }
  return {chunks: [...chunks, chunk + text.slice(done)], slots}
}
