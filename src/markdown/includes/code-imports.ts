import type {Code, Paragraph, Root, RootContent} from 'mdast'
import type {Point, Position} from 'unist'
import {numbersOf} from '../code/fence.ts'
import {listMdast} from '../list-nodes.ts'
import {endOf, startOf} from '../place-of.ts'
import {type CodeImport, readImport} from './read-import.ts'

/** Put blocks of code that include a file in the place of paragraphs whose lines all import code. */
export function placeImports(tree: Root, text: string): void {
  if (!text.includes('<<<')) return
  for (const parent of listMdast(tree)) {
    if (!('children' in parent)) continue
    const children: ReadonlyArray<RootContent> = parent.children
    const imports = children.map((child) => (child.type === 'paragraph' ? importsOf(child, text) : undefined))
    if (imports.every((codes) => codes === undefined)) continue
    // Code may stand wherever a paragraph may.
    parent.children = children.flatMap(
      (child, index): ReadonlyArray<RootContent> => imports[index] ?? [child]
    ) as typeof parent.children
  }
}

function importsOf(paragraph: Paragraph, text: string): ReadonlyArray<Code> | undefined {
  const start = startOf(paragraph)
  const {position} = paragraph
  if (start === undefined || position === undefined || !text.startsWith('<<<', start)) return undefined
  const codes: Array<Code> = []
  let offset = start
  for (const [index, written] of text.slice(start, endOf(paragraph)).split('\n').entries()) {
    const line = written.replace(/^[ \t>]+/, '')
    const before = written.length - line.length
    const found = readImport(line)
    if (found === undefined) return undefined
    const place = {
      line: position.start.line + index,
      column: (index === 0 ? position.start.column : 1) + before,
      offset: offset + before
    }
    codes.push(codeOf(found, lineAt(place, line.trimEnd().length)))
    offset += written.length + 1
  }
  return codes
}

function codeOf({file, region, options, title}: CodeImport, position: Position): Code {
  const words = options.split(/\s+/).filter((word) => word !== '')
  const isRange = (word: string): boolean => /^[\d,-]+$/.test(word)
  const [language = '', ...others] = words.filter((word) => !isRange(word))
  const meta = [
    `file="${file}"`,
    ...(region === undefined ? [] : [`region="${region}"`]),
    ...words.filter(isRange).map((range) => `{${range}}`),
    ...(language.startsWith(':') ? [numbersOf(language)] : []),
    ...others,
    ...(title === undefined ? [] : [`[${title}]`])
  ]
  const lang = language === '' || language.startsWith(':') ? null : language
  return {type: 'code', lang, meta: meta.join(' '), value: '', position}
}

function lineAt(start: Point & {readonly offset: number}, length: number): Position {
  return {start, end: {line: start.line, column: start.column + length, offset: start.offset + length}}
}
