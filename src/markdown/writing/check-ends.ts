import type {Code, Html} from 'mdast'
import type {VFile} from 'vfile'
import {notesOf} from '../notes.ts'
import {endOf, placeOf, startOf} from '../place-of.ts'
import {unclosedCode, unclosedComment} from './messages.ts'

/** Report `markdown/unclosed-code` and `markdown/unclosed-comment` where all that follows, up to the end of the text, is code or left out. */
export function checkEnd(node: Code | Html, file: VFile): void {
  const {diagnostics, file: path} = notesOf(file)
  const [start, end] = [startOf(node), endOf(node)]
  const place = placeOf(node)
  // Made by a plugin.
  if (start === undefined || end === undefined || place === undefined) return
  if (node.type === 'html') {
    const {value} = node
    if (value.startsWith('<!--') && !value.includes('-->'))
      diagnostics.push(unclosedComment({file: path, place: {...place, ...lineEnd(place, 4)}}))
    return
  }
  const written = String(file.value).slice(start, end)
  const [mark] = /^(?:`{3,}|~{3,})/.exec(written) ?? []
  if (mark === undefined || isClosed(written, mark)) return
  diagnostics.push(unclosedCode({file: path, place: {...place, ...lineEnd(place, mark.length)}}))
}

/** Whether the last line has nothing but a fence that is as long at least, behind the marks of what the block stands in. */
function isClosed(written: string, mark: string): boolean {
  const lastStart = written.lastIndexOf('\n')
  const last = written
    .slice(lastStart + 1)
    .replace(/^[ \t>]+/, '')
    .trimEnd()
  return lastStart !== -1 && last.length >= mark.length && [...last].every((sign) => sign === mark[0])
}

function lineEnd(
  {line, column}: {readonly line: number; readonly column: number},
  length: number
): {readonly endLine: number; readonly endColumn: number} {
  return {endLine: line, endColumn: column + length}
}
