import type {Paragraph, PhrasingContent, Root, Text} from 'mdast'
import {parseEntities} from 'parse-entities'
import {endOf, startOf} from '../place-of.ts'

/** What abbreviations stand for. */
export type Abbreviations = ReadonlyMap<string, string>

/** A line of its own, as PHP Markdown Extra has it. */
const definition = /^[ \t]{0,3}\*\[([^\]\n]+)\]:[ \t]*(.*?)[ \t]*$/

/** Take the definitions `*[HTML]: Hyper Text Markup Language` out of a tree; the first of each counts. */
export function takeAbbreviations(tree: Root, text: string): Abbreviations {
  const abbreviations = new Map<string, string>()
  if (!/^[ \t]{0,3}\*\[/m.test(text)) return abbreviations
  tree.children = tree.children.filter((node) => {
    const found = node.type === 'paragraph' ? definitionsIn(node, text) : []
    for (const [name, meaning] of found) {
      if (!abbreviations.has(name)) abbreviations.set(name, meaning)
    }
    return found.length === 0
  })
  return abbreviations
}

/** Of a paragraph that has nothing else. */
function definitionsIn(paragraph: Paragraph, text: string): ReadonlyArray<readonly [string, string]> {
  const found: Array<readonly [string, string]> = []
  for (const line of text.slice(startOf(paragraph), endOf(paragraph)).split('\n')) {
    const [, name, meaning] = definition.exec(line) ?? []
    if (name === undefined || meaning === undefined) return []
    found.push([name.trim(), parseEntities(meaning)])
  }
  return found
}

/** Finds abbreviations as whole words, the longest first; `undefined` where there are none. */
export function abbreviationPattern(abbreviations: Abbreviations): RegExp | undefined {
  if (abbreviations.size === 0) return undefined
  const names = [...abbreviations.keys()].sort((a, b) => b.length - a.length).map(escapePattern)
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${names.join('|')})(?![\\p{L}\\p{N}_])`, 'gu')
}

/** A text in which abbreviations are explained. */
export function explain(
  {value, position}: Text,
  pattern: RegExp,
  abbreviations: Abbreviations
): Array<PhrasingContent> {
  const at = position === undefined ? {} : {position}
  const nodes: Array<PhrasingContent> = []
  let end = 0
  for (const {0: name, index} of value.matchAll(pattern)) {
    if (index > end) nodes.push({type: 'text', value: value.slice(end, index), ...at})
    const title = abbreviations.get(name) ?? ''
    nodes.push({
      type: 'element',
      name: 'abbr',
      properties: title === '' ? {} : {title},
      hasBlocks: false,
      children: [{type: 'text', value: name, ...at}],
      ...at
    })
    end = index + name.length
  }
  return end < value.length ? [...nodes, {type: 'text', value: value.slice(end), ...at}] : nodes
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
