/** The path of a file that a text includes, where it stands. */
export interface WrittenInclude {
  /** `./server.ts`, `/parts/p.md`, `@/snippets/a.ts`. */
  readonly written: string
  readonly start: number
}

/** From where a fence or a directive may begin to the end of its line. */
const opening = /(?:```|~~~|::include|<<<)[^\r\n]*/g

const fileAttribute = /\bfile\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'`}]+))/g

const importedPath = /^<<<[ \t]*([^\s"'#{}[\]<>]*[./][^\s"'#{}[\]<>]*)/

/** Paths that a text may include: also what only looks like it, as in a sample of code. */
export function findIncludes(text: string): ReadonlyArray<WrittenInclude> {
  return Array.from(text.matchAll(opening)).flatMap(({0: line, index}) => {
    const [, imported = ''] = importedPath.exec(line) ?? []
    const attributes = Array.from(line.matchAll(fileAttribute), (match) => {
      const written = match[1] ?? match[2] ?? match[3] ?? ''
      return {written, start: index + match.index + match[0].lastIndexOf(written)}
    })
    const others = imported === '' ? [] : [{written: imported, start: index + line.indexOf(imported)}]
    return [...others, ...attributes].filter(({written}) => written !== '')
  })
}
