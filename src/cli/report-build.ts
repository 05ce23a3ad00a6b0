import {posix, sep} from 'node:path'
import {isFaultless} from '#src/diagnostics/count-by-severity.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {orderDiagnostics} from '#src/diagnostics/order.ts'
import type {Host} from '#src/model/host.ts'
import {summaryStyle} from './colors.ts'
import type {BuildArguments} from './parse-build-arguments.ts'
import type {ReportFormat} from './report-format.ts'
import {builtLines, checkedLine, jsonSummary, notWrittenLine, type Summary} from './summary.ts'
import type {Terminal} from './terminal.ts'

/** What is to be told of a build. */
export interface BuildReport {
  readonly wanted: Pick<BuildArguments, 'kind' | 'format' | 'quiet'>
  readonly summary: Summary
  readonly host: Pick<Host, 'read'>
  readonly terminal: Terminal
  /** The site's root as a path from the current folder; empty when it is that. */
  readonly site: string
  /** Of Galley. */
  readonly version: string
}

/** Report a build in the format that was asked for. */
export function reportBuild(report: BuildReport): Promise<void> {
  return printers[report.wanted.format](report)
}

/** What prints problems is loaded when it is asked for, and when there are some. */
const printers: {readonly [Format in ReportFormat]: (report: BuildReport) => Promise<void>} = {
  pretty: printPretty,
  json: async ({summary, terminal}) => terminal.stdout.write(jsonSummary(summary)),
  async sarif(report) {
    const {toSarif} = await import('#src/diagnostics/to-sarif.ts')
    const log = toSarif(diagnosticsFromHere(report, report.summary.result.diagnostics), report.version)
    report.terminal.stdout.write(`${JSON.stringify(log, undefined, 2)}\n`)
  },
  async github(report) {
    const {wanted, terminal} = report
    const {githubCommand} = await import('#src/diagnostics/to-github.ts')
    const shown = diagnosticsFromHere(report, shownDiagnostics(report))
    const lines = shown.map((diagnostic) => `${githubCommand(diagnostic)}\n`)
    terminal.stdout.write(lines.join(''))
    if (!wanted.quiet) terminal.stdout.write(summaryText(report))
  }
}

/** Problems on the error stream, the summary on the other. */
async function printPretty(report: BuildReport): Promise<void> {
  const {wanted, summary, host, terminal} = report
  const {stdout, stderr} = terminal
  const diagnostics = shownDiagnostics(report)
  if (diagnostics.length > 0) {
    const {problemsText} = await import('./problems-text.ts')
    const text = await problemsText(diagnostics, stderr, host)
    stderr.write(wanted.quiet ? text : `${text}\n`)
  }
  if (wanted.quiet) return
  stdout.write(summaryText(report))
  if (summary.stats === undefined) return
  const {statsText} = await import('./stats-text.ts')
  stdout.write(`\n${statsText(summary.stats, summaryStyle(stdout).heading)}`)
}

function summaryText({wanted, summary, terminal}: BuildReport): string {
  const style = summaryStyle(terminal.stdout)
  if (wanted.kind === 'check') {
    const look = isFaultless(summary.result.diagnostics) ? style.good : style.bad
    return `${look(checkedLine(summary))}\n`
  }
  if (!summary.result.isWritten) return `${style.bad(notWrittenLine(summary))}\n`
  const [first = '', ...rest] = builtLines(summary)
  return `${[style.good(first), ...rest.map(style.note)].join('\n')}\n`
}

/** For people: who builds is not told of matters of taste, who checks is. */
function shownDiagnostics({wanted, summary}: BuildReport): ReadonlyArray<Diagnostic> {
  const {diagnostics} = summary.result
  return wanted.kind === 'check' ? diagnostics : diagnostics.filter(({severity}) => severity !== 'hint')
}

/** Ordered, with files as they are named in the current folder: that of the repository, whose root a site need not be. */
function diagnosticsFromHere(
  {site}: BuildReport,
  diagnostics: ReadonlyArray<Diagnostic>
): ReadonlyArray<Diagnostic> {
  const folder = site.split(sep).join('/')
  const fromHere = (file: string): string => (file === '' ? file : posix.join(folder, file))
  return orderDiagnostics(diagnostics).map(({includedBy, ...diagnostic}) => ({
    ...diagnostic,
    file: fromHere(diagnostic.file),
    ...(includedBy && {includedBy: {...includedBy, file: fromHere(includedBy.file)}})
  }))
}
