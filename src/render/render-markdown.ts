import type {Page} from '#src/model/page.ts'

/** A page as Markdown. */
export interface MarkdownPage extends Pick<Page, 'title' | 'description' | 'date'> {
  readonly permalink: string
  /** Its addresses are absolute. */
  readonly text: string
}

/** Markdown with front matter that says what readers see around the text. JSON is YAML too. */
export function renderMarkdown({title, description, date, permalink, text}: MarkdownPage): string {
  const lines = [
    '---',
    `title: ${JSON.stringify(title)}`,
    ...(description === undefined ? [] : [`description: ${JSON.stringify(description)}`]),
    ...(date === undefined ? [] : [`date: ${date.iso}`]),
    `url: ${permalink}`,
    '---'
  ]
  return `${lines.join('\n')}\n\n${text.trim()}\n`
}

/** An address as a link of Markdown has it. */
export function toDestination(address: string): string {
  return /[\s()<>]/.test(address) ? `<${address.replace(/[<>]/g, encodeURIComponent)}>` : address
}
