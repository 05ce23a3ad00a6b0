import type {Diagnostic, Place, Severity} from './diagnostic.ts'

const commands: {readonly [Name in Severity]: string} = {error: 'error', warning: 'warning', hint: 'notice'}

/**
 * `diagnostic` as a workflow command, by which GitHub Actions annotates a line of a pull request: one line, without a line ending.
 *
 * @param diagnostic
 *   With its file as the repository names it.
 */
export function githubCommand({code, severity, reason, file, place, hint}: Diagnostic): string {
  const properties = [
    ...(file === '' ? [] : [['file', file] as const]),
    ...(place === undefined ? [] : placeProperties(place)),
    ['title', code] as const
  ]
  const list = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',')
  return `::${commands[severity]} ${list}::${escapeText(hint === undefined ? reason : `${reason}\n${hint}`)}`
}

/** Columns only within one line: GitHub refuses them of a place over several. */
function placeProperties({
  line,
  column,
  endLine,
  endColumn
}: Place): ReadonlyArray<readonly [string, number]> {
  return line === endLine
    ? [
        ['line', line],
        ['col', column],
        ['endLine', endLine],
        ['endColumn', endColumn]
      ]
    : [
        ['line', line],
        ['endLine', endLine]
      ]
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** These two end a property. */
function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
