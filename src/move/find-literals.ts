/** An address or a file of the site between quotes in code. */
export interface PathLiteral {
  /** `/about/`, `content/about.md`. */
  readonly path: string
  /** Without `#`; absent where there is none. */
  readonly fragment?: string
  /** Of the path. */
  readonly start: number
  readonly end: number
}

const literal = /(["'`])((?:\/|content\/)[^"'`\s?#$\\]*)(?:\?[^"'`\s#$\\]*)?(?:#([^"'`\s$\\]*))?\1/g

/** Paths that stand whole between quotes in code: what is put together of parts is not among them. */
export function findLiterals(code: string): ReadonlyArray<PathLiteral> {
  return Array.from(code.matchAll(literal), ({1: quote = '', 2: path = '', 3: fragment, index}) => {
    const start = index + quote.length
    return {path, start, end: start + path.length, ...(fragment === undefined ? {} : {fragment})}
  })
}
