import type {Blockquote, PhrasingContent, RootContent, Text} from 'mdast'
import {closest} from '#src/diagnostics/closest.ts'
import type {Place} from '#src/diagnostics/diagnostic.ts'
import {calloutKinds} from '#src/model/callout-kinds.ts'
import type {ComponentAttribute} from '#src/model/fragment.ts'
import {markComponent} from '../markers.ts'
import {unknownCallout} from '../messages.ts'
import {placeOf, startOf} from '../place-of.ts'
import {type ContainerDirective, contentOf, readHeader} from './directive-header.ts'
import type {ChangeContext, Feature} from './feature.ts'
import type {ElementNode} from './nodes.ts'

/** Quotes that start with `[!NOTE]`, as on GitHub, and containers such as `:::note[Title]` call the component `callout`. */
export const callouts: Feature = {
  changes: {blockquote: quoteToCallout, containerDirective: containerToCallout}
}

/** The mark of a callout, whether it is folded, and what else stands in its line. */
const mark = /^\[!([A-Za-z]+)\]([+-]?)[ \t]*/

function quoteToCallout(quote: Blockquote, context: ChangeContext): ReadonlyArray<RootContent> | undefined {
  const [first, ...others] = quote.children
  const start = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || start?.type !== 'text') return undefined
  const [all, name = '', sign] = mark.exec(start.value) ?? []
  const kind = name.toLowerCase()
  // An author who wants to see the mark escapes it.
  const isEscaped = context.text[startOf(start) ?? -1] === '\\'
  if (all === undefined || isEscaped) return undefined
  if (!calloutKinds.has(kind)) {
    checkKind(name, start, context)
    return undefined
  }
  const rest: ReadonlyArray<PhrasingContent> = [
    {...start, value: start.value.slice(all.length)},
    ...first.children.slice(1)
  ]
  const {line, after} = splitLine(rest)
  const fold = sign === '+' ? 'open' : sign === '-' ? 'closed' : undefined
  const attributes = fold === undefined ? [] : [{name: 'fold', value: fold}]
  const blocks = after.length === 0 ? others : [{...first, children: after}, ...others]
  const place = placeOf(quote)
  // The mark alone, not the whole quote.
  const markPlace = place && {
    ...place,
    endLine: place.line,
    endColumn: place.column + '> '.length + all.trimEnd().length
  }
  return [calloutNode({kind, title: line, blocks, attributes, place: markPlace}, quote, context)]
}

/** Report a kind that is nearly one; of others the quote may be what it says. */
function checkKind(name: string, text: Text, {notes: {file, diagnostics}}: ChangeContext): void {
  const kind = name.toLowerCase()
  const kinds = [...calloutKinds]
  const isShort = kind.length >= shortenedMin
  const intended = closest(kind, kinds) ?? kinds.find((known) => isShort && known.startsWith(kind))
  if (intended === undefined) return
  const {line, column} = text.position?.start ?? {}
  const from = (column ?? 0) + '[!'.length
  const place =
    line === undefined ? undefined : {line, column: from, endLine: line, endColumn: from + name.length}
  diagnostics.push(unknownCallout({file, place}, name, intended.toUpperCase()))
}

/** `WARN` is short for a kind; of less nobody knows. */
const shortenedMin = 4

function containerToCallout(
  container: ContainerDirective,
  context: ChangeContext
): ReadonlyArray<RootContent> | undefined {
  if (!calloutKinds.has(container.name)) return undefined
  const {place, label, attributes} = readHeader(container, context.text)
  const given = attributes.find(({name}) => name === 'title')
  const title: ReadonlyArray<PhrasingContent> =
    label.length > 0 || given === undefined ? label : [{type: 'text', value: given.value}]
  const callout = {
    kind: container.name,
    title,
    blocks: contentOf(container),
    attributes: attributes.filter((attribute) => attribute !== given),
    place
  }
  return [calloutNode(callout, container, context)]
}

/** A note beside the text. */
export interface Callout {
  readonly kind: string
  readonly title: ReadonlyArray<PhrasingContent>
  readonly blocks: ReadonlyArray<RootContent>
  readonly attributes: ReadonlyArray<ComponentAttribute>
  readonly place: Place | undefined
}

/** The call of the component. */
export function calloutNode(
  {kind, title, blocks, attributes, place}: Callout,
  {position}: RootContent,
  {notes, text}: ChangeContext
): RootContent {
  const at = position === undefined ? {} : {position}
  const isFolded = attributes.some(({name}) => name === 'fold')
  const titleNode: ElementNode = {
    type: 'element',
    name: isFolded ? 'summary' : 'p',
    properties: {className: ['callout-title']},
    hasBlocks: false,
    children: [...title],
    ...at
  }
  const call = {
    component: 'callout',
    spot: 'block' as const,
    attributes: [
      {name: 'kind', value: kind},
      ...attributes,
      ...(title.length === 0 ? [] : [{name: 'titled', value: ''}])
    ],
    ...(place === undefined ? {} : {place})
  }
  return {
    type: 'component',
    call,
    tagName: markComponent(notes, text, call),
    hasBlocks: true,
    children: title.length === 0 ? [...blocks] : [titleNode, ...blocks],
    ...at
  }
}

/** What stands in the first line, and after it. */
function splitLine(nodes: ReadonlyArray<PhrasingContent>): {
  readonly line: Array<PhrasingContent>
  readonly after: Array<PhrasingContent>
} {
  const end = nodes.findIndex(
    (node) => node.type === 'break' || (node.type === 'text' && node.value.includes('\n'))
  )
  const last = nodes[end]
  if (last === undefined) return {line: withoutEmpty(nodes), after: []}
  if (last.type !== 'text') return {line: withoutEmpty(nodes.slice(0, end)), after: nodes.slice(end + 1)}
  const [head = '', ...lines] = last.value.split('\n')
  return {
    line: withoutEmpty([...nodes.slice(0, end), {...last, value: head.trimEnd()}]),
    after: withoutEmpty([{...last, value: lines.join('\n')}, ...nodes.slice(end + 1)])
  }
}

function withoutEmpty(nodes: ReadonlyArray<PhrasingContent>): Array<PhrasingContent> {
  return nodes.filter((node) => node.type !== 'text' || node.value !== '')
}
