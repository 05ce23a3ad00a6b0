/** Something that readers can link to. */
export interface PublishedUrl {
  /** Route path: `/articles/hello/`. */
  readonly path: string
  /** Ids of its headings, sorted. */
  readonly ids: ReadonlyArray<string>
}

/** An address of the file with its line, and its headings with theirs. Lines are 1-based. */
export interface RecordedUrl {
  readonly line: number
  readonly ids: ReadonlyArray<{readonly id: string; readonly line: number}>
}

const head = `# What this site has published: addresses and headings. Galley reports what vanishes without an alias.
# Commit this file; \`galley urls --write\` brings it up to date.
`

/** The text of `urls.lock`: a line for each address and each heading, sorted. */
export function writeUrls(urls: ReadonlyArray<PublishedUrl>): string {
  const lines = urls.flatMap(({path, ids}) => [path, ...ids.map((id) => `${path}#${id}`)])
  return (
    head +
    [...new Set(lines)]
      .sort()
      .map((line) => `${line}\n`)
      .join('')
  )
}

/** Addresses of such a text. Empty lines and those that begin with `#` say nothing; a heading stands for its page too. */
export function readUrls(text: string): ReadonlyMap<string, RecordedUrl> {
  const urls = new Map<string, {line: number; ids: Array<{id: string; line: number}>}>()
  for (const [index, written] of text.split('\n').entries()) {
    const line = index + 1
    const [, path = '', id] = /^(\/[^#]*)(?:#(.*))?$/.exec(written.trim()) ?? []
    if (path === '') continue
    const url = urls.get(path) ?? {line, ids: []}
    if (id !== undefined && id !== '') url.ids.push({id, line})
    urls.set(path, url)
  }
  return urls
}
