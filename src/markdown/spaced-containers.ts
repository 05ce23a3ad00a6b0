import {codeLineReader} from './code-lines.ts'

/** A container as other generators write it: a blank before its name, and the title after it as it is. */
const spacedHeader = /^([ \t>]*)(:{3,}) ([A-Za-z][\w-]*)(?: ([^[\]{}\n]*[^[\]{}\s]))?([ \t]*)$/

const mayHaveSpaced = /^[ \t>]*:{3,} [A-Za-z]/m

/**
 * `text` with `::: tip Title` as `:::tip[Title]`, which has as many characters, so that all offsets and lines stay. So articles that were
 * written for VitePress or Docusaurus have their containers.
 */
export function closeUpContainers(text: string): string {
  if (!mayHaveSpaced.test(text)) return text
  const isInCode = codeLineReader()
  return text
    .split('\n')
    .map((line) => (isInCode(line) ? line : closeUp(line)))
    .join('\n')
}

function closeUp(line: string): string {
  const [, before, mark, name, title, blanks = ''] = spacedHeader.exec(line) ?? []
  // Four blanks before it may make it code.
  if (name === undefined || /^(?: {4}|\t)/.test(line)) return line
  return title === undefined
    ? `${before}${mark}${name} ${blanks}`
    : `${before}${mark}${name}[${title}]${blanks}`
}
