import {codeFrame, type FrameLine} from './code-frame.ts'
import type {Diagnostic, Severity} from './diagnostic.ts'
import {printableText} from './printable-text.ts'

/** How the parts of a printed diagnostic look: each function returns its text with or without colors. */
export interface DiagnosticStyle {
  readonly file: (text: string) => string
  readonly severity: {readonly [Name in Severity]: (text: string) => string}
  readonly code: (text: string) => string
  readonly frame: {readonly [Kind in FrameLine['kind']]: (text: string) => string}
  readonly hint: (text: string) => string
}

/** No colors. */
export const plainStyle: DiagnosticStyle = {
  file: same,
  severity: {error: same, warning: same, hint: same},
  code: same,
  frame: {context: same, marked: same, carets: same},
  hint: same
}

/**
 * `diagnostic` as text: a line that editors and terminals can follow to the place, a code frame, the hint.
 *
 * @param source
 *   Text of the file, for the frame; `undefined` when it cannot be read.
 * @returns
 *   Lines without a line ending after the last.
 */
export function formatDiagnostic(
  style: DiagnosticStyle,
  diagnostic: Diagnostic,
  source: string | undefined
): string {
  const {code, file, hint, includedBy, place, reason, severity} = diagnostic
  const position = place === undefined ? '' : `:${place.line}:${place.column}`
  const location = style.file(printableText(file) + position)
  const lines = [`${location}: ${style.severity[severity](severity)} ${oneLine(reason)}  ${style.code(code)}`]
  if (place !== undefined && source !== undefined) {
    lines.push(...codeFrame(source, place).map(({kind, text}) => style.frame[kind](text)))
  }
  if (includedBy !== undefined) {
    lines.push(style.hint(`  included by ${printableText(includedBy.file)}:${includedBy.line}`))
  }
  if (hint !== undefined) lines.push(style.hint(`  hint: ${oneLine(hint)}`))
  return lines.join('\n')
}

/** Values from the author's text may hold line endings; what follows one would not be recognised as part of it. */
function oneLine(text: string): string {
  return printableText(text.trim().replace(/\s*[\r\n]\s*/g, ' '))
}

function same(text: string): string {
  return text
}
