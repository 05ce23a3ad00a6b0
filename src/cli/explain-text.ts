import type {Explained, Explanation, Standing, Usage} from '#src/build/explain.ts'

/** What `explain` found out, as text for people. */
export function explainText(found: NonNullable<Explained>): string {
  return `${('output' in found ? explanationLines(found) : usageLines(found)).join('\n')}\n`
}

function explanationLines({output, reads, wasRendered, causes, usedBy}: Explanation): ReadonlyArray<string> {
  if (output.copyOf !== undefined) return [output.route, `  a copy of ${output.copyOf}, at ${output.path}`]
  const width = Math.max(...reads.map(({query}) => query.length))
  return [
    output.route,
    `  written to ${output.path}`,
    '',
    'Asked for, in this order:',
    ...reads.map(({query, argument, answer}) => {
      const asked = argument === 'null' ? '' : ` ${argument}`
      return clip(`  ${query.padEnd(width)}${asked}${answer === undefined ? '' : ` → ${answer}`}`.trimEnd())
    }),
    '',
    ...reasonLines(wasRendered, causes),
    ...(usedBy.length === 0 ? [] : ['', `The file goes also into ${listed(usedBy)}`])
  ]
}

function reasonLines(wasRendered: boolean, causes: Explanation['causes']): ReadonlyArray<string> {
  if (!wasRendered) return ['The last build did not render it: nothing that it asked for had changed.']
  if (causes.length === 0)
    return ['The last build rendered it: it was new, or its file had been changed or lost.']
  return [
    'The last build rendered it, because of a change of',
    ...causes.flatMap(({key, before, after}) => [
      clip(`  ${key}`),
      ...(before === undefined || after === undefined ? [] : changeLines(before, after))
    ])
  ]
}

/** Of two records those parts that differ, else both answers. */
function changeLines(before: string, after: string): ReadonlyArray<string> {
  const [from, to]: ReadonlyArray<unknown> = [JSON.parse(before), JSON.parse(after)]
  if (!isRecord(from) || !isRecord(to)) return [clip(`    from ${before}`), clip(`    to   ${after}`)]
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])]
  return names
    .filter((name) => JSON.stringify(from[name]) !== JSON.stringify(to[name]))
    .map((name) => clip(`    ${name}: ${JSON.stringify(from[name])} → ${JSON.stringify(to[name])}`))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function usageLines({file, routes, standing}: Usage): ReadonlyArray<string> {
  return [routes.length === 0 ? `${file}${standings[standing]}` : `${file} goes into ${listed(routes)}`]
}

const leftOut = ', and was left out of the last build'

const standings: Readonly<Record<Standing, string>> = {
  draft: ` is a draft${leftOut}: \`galley build --drafts\` shows it`,
  future: ` is dated in the future${leftOut}: \`galley build --future\` shows it`,
  expired: ` has expired${leftOut}: \`galley build --expired\` shows it`,
  broken: ` has an error${leftOut}: \`galley check\` tells it`,
  configuration:
    ': of the configuration each page asks for what it needs. `galley explain /` tells what the home page does',
  part: ' is part of other code: a change of it is one of all templates and components that import it. `galley explain` tells of each of these where it goes',
  asset: ' is a style sheet, a script or a part of one: `galley explain /` tells what the home page asks for',
  unused: ' goes into no page of the last build',
  unknown: ': no address of the site, and no page of the last build reads it'
}

function listed(routes: ReadonlyArray<string>): string {
  const more = routes.length - routesShown
  return [
    `${routes.length} page${routes.length === 1 ? '' : 's'}:`,
    ...routes.slice(0, routesShown).map((route) => `  ${route}`),
    ...(more > 0 ? [`  … and ${more} more`] : [])
  ].join('\n')
}

const routesShown = 20

/** Lines longer than this are read by no one. */
const columnsMax = 120

function clip(line: string): string {
  return line.length <= columnsMax ? line : `${line.slice(0, columnsMax - 1)}…`
}
