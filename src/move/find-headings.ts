/** The line of a heading in a text. */
export interface HeadingLine {
  /** Where the line begins. */
  readonly line: number
  /** What it says, without its marks and without `{#id}`. Offsets. */
  readonly start: number
  readonly end: number
}

/** What may be a heading: `## Text {#id} ##`, also in a quote, list or container. */
const marked = /^([ \t>]*(?:[-*+] +)?#{1,6}[ \t]+)(\S.*?)([ \t]*\{#[^{}]*\})?(?:[ \t]+#+)?[ \t]*$/

/** A text that is underlined. */
const underlined = /^( {0,3})(\S.*?)([ \t]*\{#[^{}]*\})?[ \t]*$/
const underline = /^ {0,3}(?:=+|-+)[ \t]*\r?$/

/** Lines that may be headings: also what only looks like one, as in a sample of code. */
export function findHeadings(text: string): ReadonlyArray<HeadingLine> {
  const found: Array<HeadingLine> = []
  const lines = text.split('\n')
  let offset = 0
  for (const [index, line] of lines.entries()) {
    const bare = line.replace(/\r$/, '')
    const isUnderlined = underline.test(lines[index + 1] ?? '')
    const match = marked.exec(bare) ?? (isUnderlined ? underlined.exec(bare) : null)
    if (match !== null) {
      const [, before = '', words = ''] = match
      const start = offset + before.length
      found.push({line: offset, start, end: start + words.length})
    }
    offset += line.length + 1
  }
  return found
}
