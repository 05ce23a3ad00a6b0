/**
 * A site as text: each file after a line `-- path --`, up to the next such line.
 *
 * @see https://pkg.go.dev/golang.org/x/tools/txtar for the format this follows.
 */
export function parseSite(text: string): Record<string, string> {
  const files: Record<string, string> = {}
  let current: string | undefined
  for (const line of text.replace(/^\n/, '').split(/(?<=\n)/)) {
    const [, path] = /^-- (.+) --\n?$/.exec(line) ?? []
    if (path !== undefined) {
      current = path
      files[path] = ''
    } else if (current !== undefined) files[current] += line
  }
  return files
}
