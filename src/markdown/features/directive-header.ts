import type {Nodes, Paragraph, PhrasingContent} from 'mdast'
import {parseEntities} from 'parse-entities'
import type {Place} from '#src/diagnostics/diagnostic.ts'
import type {ComponentAttribute} from '#src/model/fragment.ts'
import {endOf, placeOf, startOf} from '../place-of.ts'

/** What is written with one, two or three colons. */
export type Directive = Extract<Nodes, {type: 'containerDirective' | 'leafDirective' | 'textDirective'}>

/** What is written with three colons or more. */
export type ContainerDirective = Extract<Directive, {type: 'containerDirective'}>

/** What a directive says of itself, before its content. */
export interface DirectiveHeader {
  /** Of the header alone, in one line unless the attributes take several. */
  readonly place: Place | undefined
  /** Of `[…]`; empty where there is none. */
  readonly label: ReadonlyArray<PhrasingContent>
  /** Of `{…}`, each name once: the last one counts, and classes are joined by spaces. */
  readonly attributes: ReadonlyArray<ComponentAttribute>
}

/**
 * Read the header of a directive from the text: parsers tell neither where the attributes are, nor do they agree on
 * character references in them.
 */
export function readHeader(directive: Directive, text: string): DirectiveHeader {
  const label = labelOf(directive)
  const start = startOf(directive)
  const place = placeOf(directive)
  if (start === undefined || place === undefined) return {place, label, attributes: []}
  const last = label.at(-1)
  const open = text.indexOf('{', (last && endOf(last)) ?? start)
  const nameEnd = /^:+[^\s[{]*(?:\[\s*\])?/.exec(text.slice(start, start + headerMax))?.[0].length ?? 0
  const attributesAt = last === undefined ? start + nameEnd : text.indexOf(']', endOf(last)) + 1
  const isGiven = open === attributesAt && Object.keys(directive.attributes ?? {}).length > 0
  const attributes = isGiven ? readAttributes(text, open, positionAt(text, open, start, place)) : undefined
  const end = attributes?.end ?? attributesAt
  const {line: endLine, column: endColumn} = positionAt(text, end, start, place)
  return {place: {...place, endLine, endColumn}, label, attributes: attributes?.list ?? []}
}

/** Offset of the line that closes a container; `undefined` where it ends with what it stands in. */
export function closingLineOf(container: ContainerDirective, text: string): number | undefined {
  const start = startOf(container) ?? 0
  const written = text.slice(start, endOf(container)).trimEnd()
  const lineStart = written.lastIndexOf('\n') + 1
  return lineStart > 0 && /^[ \t>]*:{3,}$/.test(written.slice(lineStart)) ? start + lineStart : undefined
}

/** The blocks inside of a container, without its label. */
export function contentOf({children}: ContainerDirective): ContainerDirective['children'] {
  const [first] = children
  return first !== undefined && isLabel(first) ? children.slice(1) : children
}

/** Let a label begin with what is no blank: those that were closed up have blanks to stay where they were. */
export function trimLabel({children}: ContainerDirective): void {
  const [label] = children
  const [first, ...others] = label !== undefined && isLabel(label) ? label.children : []
  if (label?.type !== 'paragraph' || first?.type !== 'text') return
  const value = first.value.trimStart()
  const {position} = first
  if (value === first.value || position === undefined) return
  const {start} = position
  const count = first.value.length - value.length
  const offset = (start.offset ?? 0) + count
  first.position = {...position, start: {line: start.line, column: start.column + count, offset}}
  first.value = value
  if (value === '') label.children = others
}

/** A name without colons is short; this bounds what is searched for its end. */
const headerMax = 1_000

function labelOf(directive: Directive): ReadonlyArray<PhrasingContent> {
  if (directive.type !== 'containerDirective') return directive.children
  const [first] = directive.children
  return first !== undefined && isLabel(first) ? first.children : []
}

function isLabel(node: ContainerDirective['children'][number]): node is Paragraph {
  return node.type === 'paragraph' && node.data?.directiveLabel === true
}

interface Point {
  readonly line: number
  readonly column: number
}

/** Line and column of an offset behind the start of a node. */
function positionAt(text: string, offset: number, start: number, {line, column}: Point): Point {
  const lines = text.slice(start, offset).split('\n')
  const isSameLine = lines.length === 1
  return {
    line: line + lines.length - 1,
    column: (isSameLine ? column : 1) + (lines.at(-1) ?? '').length
  }
}

/** `#id`, `.class`, or a name with or without value. */
const attribute =
  /\s*(?:([#.])([^\s"#'.<=>`}]+)|([A-Za-z_:][\w.:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<=>`}]+)))?)/y

/** The attributes from `{` at `open` on; ends after `}`. */
function readAttributes(
  text: string,
  open: number,
  {line, column}: Point
): {readonly list: ReadonlyArray<ComponentAttribute>; readonly end: number} {
  const byName = new Map<string, ComponentAttribute>()
  let end = open + 1
  attribute.lastIndex = end
  for (let match = attribute.exec(text); match !== null; match = attribute.exec(text)) {
    const [all, sign, shortcut = '', name = '', ...values] = match
    const start = end + (all.length - all.trimStart().length)
    end += all.length
    const from = positionAt(text, start, open, {line, column})
    const to = positionAt(text, end, open, {line, column})
    const place = {...from, endLine: to.line, endColumn: to.column}
    if (sign === '#') byName.set('id', {name: 'id', value: shortcut, place})
    else if (sign === '.') {
      const before = byName.get('class')
      const value = before === undefined ? shortcut : `${before.value} ${shortcut}`
      byName.set('class', {name: 'class', value, place: before?.place ?? place})
    } else {
      const value = values.find((given) => given !== undefined) ?? ''
      byName.set(name, {name, value: parseEntities(value, {attribute: true}), place})
    }
    attribute.lastIndex = end
  }
  const close = text.indexOf('}', end)
  return {list: [...byName.values()], end: close === -1 ? end : close + 1}
}
