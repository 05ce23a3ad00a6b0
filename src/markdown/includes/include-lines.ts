import type {JoinedLine} from './joined-text.ts'

/** Start and end of each line of a joined text that includes what follows it, its line end with it. */
export function includeLines(
  text: string,
  lines: ReadonlyArray<JoinedLine>
): ReadonlyArray<readonly [start: number, end: number]> {
  const found: Array<readonly [number, number]> = []
  let start = 0
  for (const [index, line] of lines.entries()) {
    const lineEnd = text.indexOf('\n', start)
    const end = lineEnd === -1 ? text.length : lineEnd + 1
    const next = lines[index + 1]
    const isBeforeIncluded = next?.path !== undefined && next.path !== line.path && next.line === line.line
    // Behind what is included, the text that includes it goes on with another path too.
    if (isBeforeIncluded && directive.test(text.slice(start, end))) found.push([start, end])
    start = end
  }
  return found
}

const directive = /^[ \t]*::include\b/
