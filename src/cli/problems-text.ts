import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {foldDiagnostics, formatReport} from '#src/diagnostics/report.ts'
import type {Host} from '#src/model/host.ts'
import {diagnosticStyle} from './colors.ts'
import {readTexts} from './read-texts.ts'
import type {Stream} from './terminal.ts'

/** Of one code more are not read by anybody, and hide what else is wrong. */
const repeatMax = 20

/** What a stream shows of diagnostics to people. */
export async function problemsText(
  diagnostics: ReadonlyArray<Diagnostic>,
  stream: Stream,
  host: Pick<Host, 'read'>
): Promise<string> {
  const entries = foldDiagnostics(diagnostics, repeatMax)
  return formatReport(diagnosticStyle(stream), entries, await readTexts(entries, host))
}
