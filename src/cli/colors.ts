import picocolors from 'picocolors'
import type {DiagnosticStyle} from '#src/diagnostics/format-diagnostic.ts'
import type {Stream} from './terminal.ts'

/** The look of diagnostics on `stream`. */
export function diagnosticStyle({hasColors}: Stream): DiagnosticStyle {
  const {bold, cyan, dim, red, yellow} = picocolors.createColors(hasColors)
  return {
    file: bold,
    severity: {error: (text) => bold(red(text)), warning: (text) => bold(yellow(text)), hint: bold},
    code: dim,
    frame: {context: dim, marked: (text) => text, carets: red},
    hint: cyan
  }
}

/** The look of the summary on `stream`. */
export function summaryStyle({hasColors}: Stream): {
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly note: (text: string) => string
  readonly heading: (text: string) => string
} {
  const {bold, dim, green, red} = picocolors.createColors(hasColors)
  return {good: (text) => bold(green(text)), bad: (text) => bold(red(text)), note: dim, heading: bold}
}
