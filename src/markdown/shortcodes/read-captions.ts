import type {Nodes, PhrasingContent, Root, Text} from 'mdast'
import type {Point} from 'unist'
import {listMdast} from '../list-nodes.ts'
import type {ShortcodeArgument, TextPoint} from './find-shortcodes.ts'
import type {HiddenShortcodes} from './hide-shortcodes.ts'
import {isMarkdown} from './known-shortcodes.ts'

/** Arguments of shortcodes that are Markdown, with what they say. */
export type Captions = ReadonlyMap<ShortcodeArgument, ReadonlyArray<PhrasingContent>>

/**
 * Read the arguments that are Markdown for Hugo.
 *
 * @param parse
 *   Gives the tree of a text.
 */
export async function readCaptions(
  {shortcodes}: HiddenShortcodes,
  parse: (text: string) => Promise<Root>
): Promise<Captions> {
  const captions = new Map<ShortcodeArgument, ReadonlyArray<PhrasingContent>>()
  for (const {name, attributes} of shortcodes) {
    for (const argument of attributes) {
      if (isMarkdown(name, argument.name))
        captions.set(argument, phrasesOf(argument, await parse(argument.written)))
    }
  }
  return captions
}

/** What a tree says if it is one paragraph; else the value as text, since there is no place for blocks. */
function phrasesOf(
  {value, written, valueStart}: ShortcodeArgument,
  tree: Root
): ReadonlyArray<PhrasingContent> {
  const [paragraph, ...others] = tree.children
  if (paragraph?.type === 'paragraph' && others.length === 0) {
    for (const node of listMdast(tree)) moveNode(node, valueStart)
    return paragraph.children
  }
  const end = {
    ...valueStart,
    column: valueStart.column + written.length,
    offset: valueStart.offset + written.length
  }
  const text: Text = {type: 'text', value, position: {start: valueStart, end}}
  return value === '' ? [] : [text]
}

/** Move a node from its place in a text of its own to that in the file. */
export function moveNode(node: Nodes, start: TextPoint): void {
  if (node.position === undefined) return
  node.position = {start: movePoint(node.position.start, start), end: movePoint(node.position.end, start)}
}

function movePoint({line, column, offset = 0}: Point, start: TextPoint): Point {
  return {
    line: start.line + line - 1,
    column: line === 1 ? start.column + column - 1 : column,
    offset: start.offset + offset
  }
}
