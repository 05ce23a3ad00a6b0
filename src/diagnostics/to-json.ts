import type {Diagnostic, Severity} from './diagnostic.ts'

/** A diagnostic for programs: flat, and what is unknown is absent. */
export interface DiagnosticJson {
  readonly code: string
  readonly severity: Severity
  readonly reason: string
  readonly file: string
  /** 1-based, as are the other three; all absent when the whole file is meant. */
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  /** Exclusive. */
  readonly endColumn?: number
  readonly hint?: string
  /** Of what is wrong in an included file: the article that includes it, or the first of them, and the line that does so. */
  readonly includedBy?: {readonly file: string; readonly line: number}
}

/** The form of `diagnostic` that `--json` prints. */
export function diagnosticToJson(diagnostic: Diagnostic): DiagnosticJson {
  const {code, severity, reason, file, place, hint, includedBy} = diagnostic
  return {
    code,
    severity,
    reason,
    file,
    ...place,
    ...(hint !== undefined && {hint}),
    ...(includedBy && {includedBy})
  }
}
