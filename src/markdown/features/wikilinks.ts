import {slug} from 'github-slugger'
import type {Link, LinkReference, Nodes, RootContent, Text} from 'mdast'
import type {Position} from 'unist'
import {wikiReference} from '#src/model/wikilink.ts'
import {endOf, startOf} from '../place-of.ts'
import type {ChangeContext, Feature} from './feature.ts'

/** `[[name]]`, `[[name#heading]]` and `[[name|text]]` link to a page by its name. */
export const wikilinks: Feature = {
  changes: {text: linkNames, link: keepOutermost, linkReference: keepOutermost}
}

const wikilink = /\[\[([^[\]|#\n]*)(?:#([^[\]|\n]+))?(?:\|([^[\]\n]+))?\]\]/g

function linkNames(node: Text, {text}: ChangeContext): ReadonlyArray<RootContent> | undefined {
  if (!node.value.includes('[[')) return undefined
  const nodes: Array<RootContent> = []
  // In a table the bar is escaped.
  const written = text.slice(startOf(node) ?? 0, endOf(node) ?? 0).replaceAll('\\|', '|')
  let end = 0
  for (const match of node.value.matchAll(wikilink)) {
    const [all, name = '', heading = '', label] = match
    const isNamed = name.trim() !== '' || heading.trim() !== ''
    // Brackets that are escaped are meant as brackets.
    if (!isNamed || !isWritten(all, written)) continue
    nodes.push(...textOf(node, end, match.index))
    nodes.push(linkOf({name: name.trim(), heading: heading.trim()}, label, positionIn(node, written, match)))
    end = match.index + all.length
  }
  return end === 0 ? undefined : [...nodes, ...textOf(node, end, node.value.length)]
}

/** Whether the brackets stand in the source without a backslash before them. */
function isWritten(brackets: string, written: string): boolean {
  const before = written.split(brackets).slice(0, -1)
  return before.some((part) => !part.endsWith('\\'))
}

function textOf({value, position}: Text, start: number, end: number): ReadonlyArray<Text> {
  const part = value.slice(start, end)
  return part === '' ? [] : [{type: 'text', value: part, ...(position === undefined ? {} : {position})}]
}

function linkOf(
  target: {readonly name: string; readonly heading: string},
  label: string | undefined,
  position: Position | undefined
): Link {
  const at = position === undefined ? {} : {position}
  const value = label?.trim() || [target.name, target.heading].filter((part) => part !== '').join(' – ')
  const url = target.name === '' ? `#${slug(target.heading)}` : wikiReference(target)
  return {type: 'link', url, title: null, children: [{type: 'text', value, ...at}], ...at}
}

/** Of the brackets, where the text is as it was written and in one line; else of the text that they stand in. */
function positionIn(
  {value, position}: Text,
  written: string,
  {0: all, index}: RegExpExecArray
): Position | undefined {
  if (position === undefined || written !== value || value.slice(0, index).includes('\n')) return position
  const {line, column, offset = 0} = position.start
  const start = {line, column: column + index, offset: offset + index}
  return {start, end: {line, column: start.column + all.length, offset: start.offset + all.length}}
}

/** Links cannot stand in links: there a name is only a text. */
function keepOutermost(link: Link | LinkReference): undefined {
  const children: ReadonlyArray<Nodes> = link.children
  if (!children.some(({type}) => type === 'link')) return
  link.children = link.children.flatMap((child) => (child.type === 'link' ? child.children : [child]))
}
