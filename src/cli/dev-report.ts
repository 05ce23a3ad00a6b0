import type {ServedAt} from '#src/dev-server/served-at.ts'
import type {Renewed} from '#src/dev-server/start-dev-server.ts'
import {countBySeverity} from '#src/diagnostics/count-by-severity.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {foldDiagnostics, formatReport} from '#src/diagnostics/report.ts'
import type {Host} from '#src/model/host.ts'
import {diagnosticStyle, summaryStyle} from './colors.ts'
import type {Failure} from './failure.ts'
import {openProgressBar} from './progress-bar.ts'
import {readTexts} from './read-texts.ts'
import type {Terminal} from './terminal.ts'

/** What the dev server has to say on the terminal. */
export interface DevReport {
  readonly onCompiled: (done: number, total: number) => void
  readonly onNotice: (text: string) => void
  /**
   * @param startMs
   *   From the start of the process.
   */
  readonly onReady: (served: ServedAt, startMs: number) => void
  readonly onRenewed: (renewed: Renewed) => void
  /** All that there are at present: those that were printed already are not printed again. */
  readonly onDiagnostics: (diagnostics: ReadonlyArray<Diagnostic>) => void
  readonly onFault: (failure: Failure) => void
}

/** Of one code more are not read by anybody. */
const repeatMax = 10

/** Report on a terminal. */
export function openDevReport(terminal: Terminal, host: Pick<Host, 'read'>): DevReport {
  const {stdout, stderr} = terminal
  const style = summaryStyle(stdout)
  const bar = openProgressBar(terminal, () => performance.now())
  let present = new Set<string>()
  let hadErrors = false
  let turn: Promise<void> = Promise.resolve()
  return {
    onCompiled: (done, total) => bar.update({stage: 'compile', done, total}),
    onNotice(text) {
      bar.erase()
      stderr.write(`${text}\n`)
    },
    onReady(served, startMs) {
      bar.erase()
      inTurn(async () =>
        stdout.write(
          `${addressLines(served, style.good)}${style.note(`ready in ${milliseconds(startMs)}`)}\n`
        )
      )
    },
    onRenewed(renewed) {
      bar.erase()
      inTurn(async () => stdout.write(`${style.note(renewedLine(renewed))}\n`))
    },
    onDiagnostics: (diagnostics) => inTurn(() => reportDiagnostics(diagnostics)),
    onFault({text}) {
      bar.erase()
      stderr.write(text)
    }
  }

  /** Texts of files are read for code frames: what comes later is printed later. */
  function inTurn(act: () => Promise<void>): void {
    turn = turn.then(act).catch(() => undefined)
  }

  async function reportDiagnostics(all: ReadonlyArray<Diagnostic>): Promise<void> {
    const diagnostics = all.filter(({severity}) => severity !== 'hint')
    const keys = diagnostics.map((diagnostic) => JSON.stringify(diagnostic))
    const added = diagnostics.filter((_, index) => !present.has(keys[index] ?? ''))
    present = new Set(keys)
    const hasErrors = countBySeverity(diagnostics).error > 0
    const entries = foldDiagnostics(added, repeatMax)
    const text = formatReport(diagnosticStyle(stderr), entries, await readTexts(entries, host))
    if (text !== '') stderr.write(`\n${text}\n`)
    if (hadErrors && !hasErrors) stdout.write(`${style.good('All errors are mended')}\n`)
    hadErrors = hasErrors
  }
}

/** The addresses that people may type, a line for each; above them, where they have another port than was wanted, that it is so. */
export function addressLines(
  {url, networkUrls, takenPort}: ServedAt,
  mark: (text: string) => string
): string {
  const taken = takenPort === undefined ? '' : `Port ${takenPort} is taken: the next that is free is used\n`
  return taken + [url, ...networkUrls].map((address) => `${mark(address)}\n`).join('')
}

/** So many changed files are named. */
const namedMax = 2

function renewedLine({files, durationMs}: Renewed): string {
  const names = files.slice(0, namedMax).join(', ')
  const more = files.length > namedMax ? ` and ${files.length - namedMax} more` : ''
  return `${names === '' ? 'files' : names}${more} changed: up to date in ${milliseconds(durationMs)}`
}

function milliseconds(duration: number): string {
  return duration < 1000 ? `${Math.round(duration)} ms` : `${(duration / 1000).toFixed(1)} s`
}
