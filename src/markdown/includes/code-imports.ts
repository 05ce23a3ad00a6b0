import type {Code, Paragraph, Root, RootContent} from 'mdast'
import type {Point, Position} from 'unist'
import {numbersOf} from '../code/fence.ts'
import {listMdast} from '../list-nodes.ts'
import {endOf, startOf} from '../place-of.ts'
import {type CodeImport, readImport} from './read-import.ts'

/**
 * Put blocks of code that include a file in the place of paragraphs whose lines all import code.
 *
 * @returns
 *   Where other paragraphs have such lines, which are text there.
 */
export function placeImports(tree: Root, text: string): ReadonlyArray<Position> {
  const textual: Array<Position> = []
  if (!text.includes('<<<')) return textual
  for (const parent of listMdast(tree)) {
    if (!('children' in parent)) continue
    const children: ReadonlyArray<RootContent> = parent.children
    const imports = children.map((child) => {
      if (child.type !== 'paragraph') return undefined
      const lines = linesOf(child, text)
      if (lines.length > 0 && lines.every(({found}) => found !== undefined)) return lines.flatMap(codeOf)
      textual.push(...lines.filter((line) => isImportInText(line, child)).map(({position}) => position))
      return undefined
    })
    if (imports.every((codes) => codes === undefined)) continue
    // Code may stand wherever a paragraph may.
    parent.children = children.flatMap(
      (child, index): ReadonlyArray<RootContent> => imports[index] ?? [child]
    ) as typeof parent.children
  }
  return textual
}

/** A line of a paragraph. */
interface ParagraphLine {
  /** Without blanks around it. */
  readonly position: Position
  /** What it imports; `undefined` for a line of text. */
  readonly found: CodeImport | undefined
}

/** The lines of a paragraph; none of one that a plugin or a feature made. */
function linesOf(paragraph: Paragraph, text: string): ReadonlyArray<ParagraphLine> {
  const start = startOf(paragraph)
  const {position} = paragraph
  const lines: Array<ParagraphLine> = []
  if (start === undefined || position === undefined) return lines
  let offset = start
  for (const [index, written] of text.slice(start, endOf(paragraph)).split('\n').entries()) {
    const line = written.replace(/^[ \t>]+/, '')
    const before = written.length - line.length
    const place = {
      line: position.start.line + index,
      column: (index === 0 ? position.start.column : 1) + before,
      offset: offset + before
    }
    lines.push({position: lineAt(place, line.trimEnd().length), found: readImport(line)})
    offset += written.length + 1
  }
  return lines
}

/** Whether a line would import code by itself, and is not in the middle of code or HTML. */
function isImportInText({found, position}: ParagraphLine, {children}: Paragraph): boolean {
  const offset = position.start.offset ?? 0
  return (
    found !== undefined &&
    children.some(
      (child) => child.type === 'text' && (startOf(child) ?? 0) <= offset && offset < (endOf(child) ?? 0)
    )
  )
}

function codeOf({found, position}: ParagraphLine): ReadonlyArray<Code> {
  if (found === undefined) return []
  const {file, region, options, title} = found
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
  return [{type: 'code', lang, meta: meta.join(' '), value: '', position}]
}

function lineAt(start: Point & {readonly offset: number}, length: number): Position {
  return {start, end: {line: start.line, column: start.column + length, offset: start.offset + length}}
}
