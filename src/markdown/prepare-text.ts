import type {FrontMatterBlock} from '#src/model/front-matter.ts'

/** The front matter that the parser shall recognize; `none` also when it was blanked out. */
export type Matter = 'none' | 'yaml' | 'toml'

/** Text ready for a parser. */
export interface PreparedText {
  /** Lines and columns are those of the file; offsets too, unless the file has carriage returns. */
  readonly text: string
  readonly matter: Matter
  /** Offset in the text behind the front matter. */
  readonly bodyStart: number
}

/** A whole block as remark-frontmatter and satteri recognize it; both end it at the first fence. */
const blocks: {readonly [Kind in Exclude<Matter, 'none'>]: RegExp} = {
  yaml: /^---[ \t]*\n(?:[\s\S]*?\n)??---[ \t]*(?:\n|$)/,
  toml: /^\+\+\+[ \t]*\n(?:[\s\S]*?\n)??\+\+\+[ \t]*(?:\n|$)/
}

/**
 * The text of a file as both parsers read it alike: line feeds for all line ends, U+FFFD for U+0000 (CommonMark 2.3).
 *
 * Front matter that Markdown parsers know stays, so that remark plugins find it in the tree; any other kind is
 * replaced by spaces, so that all positions stay those of the file.
 */
export function prepareText(
  text: string,
  block: Pick<FrontMatterBlock, 'format' | 'bodyOffset'>
): PreparedText {
  const head = normalize(text.slice(0, block.bodyOffset))
  const body = normalize(text.slice(block.bodyOffset))
  const bodyStart = head.length
  if (block.format === 'none') return {text: head + body, matter: 'none', bodyStart}
  if (block.format === 'yaml' || block.format === 'toml') {
    const recognized = blocks[block.format].exec(head)?.[0]
    const isWhole = recognized !== undefined && head.slice(recognized.length).trim() === ''
    if (isWhole) return {text: head + body, matter: block.format, bodyStart}
  }
  return {text: head.replace(/[^\n]/g, ' ') + body, matter: 'none', bodyStart}
}

function normalize(text: string): string {
  // Most files need neither: a search is cheaper than a copy.
  const unified = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  return unified.includes('\0') ? unified.replaceAll('\0', '\uFFFD') : unified
}
