/** What a host answers, as far as readers and search engines notice. */
export interface HostAnswer {
  readonly status: number
  /** From the root of the server, or absolute; absent where nobody is sent on. */
  readonly location?: string
  /** Path of the file that is sent; absent where that is not known from outside. */
  readonly file?: string
}

/** A host with a site, asked for a path with its query, percent-encoded. */
export type AskHost = (path: string) => HostAnswer | Promise<HostAnswer>

/** Files of a site by their paths below the root of the server. */
export type HostedFiles = Readonly<Record<string, string>>

/** The file at a path as static hosts find it; `undefined` where there is none. Leads to the same address with a slash where that is a folder. */
export function answerOfFile(files: HostedFiles, path: string): HostAnswer | undefined {
  if (path === '') return undefined
  const file = decodeURIComponent(path).slice(1)
  const candidates = file === '' || file.endsWith('/') ? [`${file}index.html`] : [file, `${file}.html`]
  const found = candidates.find((candidate) => Object.hasOwn(files, candidate))
  if (found !== undefined) return {status: 200, file: found}
  return Object.hasOwn(files, `${file}/index.html`) ? {status: 301, location: `${path}/`} : undefined
}

/** An address with a query, unless it has its own. */
export function withQuery(to: string, query: string): string {
  if (query === '' || to.includes('?')) return to
  const [address = '', ...fragment] = to.split('#')
  return [`${address}?${query}`, ...fragment].join('#')
}
