import type {Diagnostic} from './diagnostic.ts'

/** By file, then place, then code: the order of a report, whatever the order in which problems were found. */
export function orderDiagnostics(diagnostics: ReadonlyArray<Diagnostic>): ReadonlyArray<Diagnostic> {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      compare(a.code, b.code) ||
      compare(a.reason, b.reason)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
