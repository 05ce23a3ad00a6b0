import type {BuildResult} from '#src/build/build.ts'
import {countBySeverity} from '#src/diagnostics/count-by-severity.ts'
import {diagnosticToJson} from '#src/diagnostics/to-json.ts'
import type {BuildStats} from './build-stats.ts'

/** What a summary is about. */
export interface Summary {
  readonly result: BuildResult
  /** Milliseconds that the build took. */
  readonly durationMs: number
  /** The output folder as people would name it: `dist`. */
  readonly output: string
  /** Absent when nothing was measured. */
  readonly stats?: BuildStats
  /** The file of the trace as people would name it; absent when there is none. */
  readonly profile?: string
}

/** The lines that say what was built, without a line ending after the last. */
export function builtLines({result, durationMs, output}: Summary): ReadonlyArray<string> {
  const problems = countedProblems(result)
  return [
    `Built ${ground(result)} in ${formatDuration(durationMs)} → ${output}`,
    changes(result) + (problems === '' ? '' : ` · ${problems}${hintsElsewhere(result)}`)
  ]
}

/** Who builds is not told what they are. */
function hintsElsewhere({diagnostics}: BuildResult): string {
  return countBySeverity(diagnostics).hint === 0 ? '' : ' (`galley check` tells all)'
}

/** The line that says what was checked, and how much was found. */
export function checkedLine({result, durationMs}: Pick<Summary, 'result' | 'durationMs'>): string {
  const problems = countedProblems(result)
  return `Checked ${ground(result)} in ${formatDuration(durationMs)}: ${problems === '' ? 'nothing found' : problems}`
}

/** The line that says that nothing was written, and that nothing is lost. */
export function notWrittenLine({result, output}: Summary): string {
  const {error} = countBySeverity(result.diagnostics)
  const cause = error === 0 ? '' : `: ${counted(error, 'error')}`
  return `Not written${cause}. ${output} is as it was.`
}

/** The document that `--json` prints, with a line ending. */
export function jsonSummary({result, durationMs, output, ...measured}: Summary): string {
  const diagnostics = result.diagnostics.map(diagnosticToJson)
  const summary = {...result, output, durationMs: Math.round(durationMs), diagnostics, ...measured}
  return `${JSON.stringify(summary, toMicroseconds, 2)}\n`
}

/** Times are in milliseconds; what is beyond the third decimal is noise. All other numbers are whole. */
function toMicroseconds(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value
}

/** A time span in the unit that fits it: `340 ms`, `1.4 s`, `2 min 5 s`. */
export function formatDuration(milliseconds: number): string {
  const rounded = Math.round(milliseconds)
  if (rounded < 1000) return `${rounded} ms`
  // 59.95 s would be printed as `60.0 s`.
  if (rounded < 59_950) return `${(rounded / 1000).toFixed(1)} s`
  const seconds = Math.round(rounded / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** A site may have pages alone. */
function ground({pageCount, articleCount, heldBack}: BuildResult): string {
  const articles = articleCount === 0 ? '' : ` from ${counted(articleCount, 'article')}`
  return counted(pageCount, 'page') + articles + leftOut(heldBack)
}

function leftOut({draft, future, expired}: BuildResult['heldBack']): string {
  const counts = [
    {count: draft, named: counted(draft, 'draft')},
    {count: future, named: `${future} future`},
    {count: expired, named: `${expired} expired`}
  ]
  const told = counts.filter(({count}) => count > 0).map(({named}) => named)
  return told.length === 0 ? '' : ` (${told.join(', ')} left out)`
}

function changes({created, updated, removed, kept}: BuildResult): string {
  const counts = Object.entries({created, updated, removed, kept}).filter(([, count]) => count > 0)
  if (counts.length === 0) return 'No files'
  return counts.map(([name, count]) => `${count} ${name}`).join(', ')
}

function countedProblems({diagnostics}: BuildResult): string {
  return Object.entries(countBySeverity(diagnostics))
    .flatMap(([severity, count]) => (count === 0 ? [] : [counted(count, severity)]))
    .join(', ')
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
