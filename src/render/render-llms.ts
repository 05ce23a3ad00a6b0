/** What a list says of a page. */
export interface LlmsEntry {
  readonly title: string
  /** Of its Markdown. */
  readonly permalink: string
  readonly description?: string
}

/** What a list says of a site. */
export interface LlmsList {
  readonly title: string
  /** Empty for none. */
  readonly description: string
  /** Those without entries are left out. */
  readonly sections: ReadonlyArray<{readonly title: string; readonly entries: ReadonlyArray<LlmsEntry>}>
}

/** The list of a site's pages for language models. @see https://llmstxt.org */
export function renderLlms({title, description, sections}: LlmsList): string {
  const blocks = [
    `# ${inLine(title)}`,
    ...(description === '' ? [] : [`> ${inLine(description)}`]),
    ...sections.flatMap((section) =>
      section.entries.length === 0
        ? []
        : [`## ${inLine(section.title)}`, section.entries.map(itemOf).join('\n')]
    )
  ]
  return `${blocks.join('\n\n')}\n`
}

function itemOf({title, permalink, description}: LlmsEntry): string {
  const link = `- [${inLine(title).replace(/[[\]\\]/g, '\\$&')}](${permalink})`
  return description === undefined ? link : `${link}: ${inLine(description)}`
}

function inLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
