import type {Diagnostic, Severity} from './diagnostic.ts'

/** How many of `diagnostics` have each severity. */
export function countBySeverity(diagnostics: ReadonlyArray<Diagnostic>): {
  readonly [Name in Severity]: number
} {
  const errors = diagnostics.filter(({severity}) => severity === 'error').length
  return {error: errors, warning: diagnostics.length - errors}
}
