import {codeEnd, listParagraphs} from './list-paragraphs.ts'

/** A text of Markdown in which blanks stand for code, also between backticks: all else keeps its offset. */
export function blankCode(text: string): string {
  const lines = text.replaceAll('\r', ' ')
  let blanked = ''
  for (const {start, end} of listParagraphs(lines)) {
    blanked += ' '.repeat(start - blanked.length) + withoutSpans(lines.slice(start, end))
  }
  return blanked
}

const token = /\\[\s\S]|`+/g

function withoutSpans(paragraph: string): string {
  let blanked = ''
  token.lastIndex = 0
  for (let match = token.exec(paragraph); match !== null; match = token.exec(paragraph)) {
    const [found] = match
    if (found.startsWith('\\')) continue
    const end = codeEnd(paragraph, token.lastIndex, found)
    blanked += paragraph.slice(blanked.length, match.index) + ' '.repeat(end - match.index)
    token.lastIndex = end
  }
  return blanked + paragraph.slice(blanked.length)
}
