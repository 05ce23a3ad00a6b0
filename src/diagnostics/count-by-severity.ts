import type {Diagnostic, Severity} from './diagnostic.ts'

/** How many of `diagnostics` have each severity. */
export function countBySeverity(diagnostics: ReadonlyArray<Diagnostic>): {
  readonly [Name in Severity]: number
} {
  const counts = {error: 0, warning: 0, hint: 0}
  for (const {severity} of diagnostics) counts[severity]++
  return counts
}

/** Whether there is nothing but hints. */
export function isFaultless(diagnostics: ReadonlyArray<Diagnostic>): boolean {
  return diagnostics.every(({severity}) => severity === 'hint')
}
