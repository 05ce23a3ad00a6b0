import type {Diagnostic, Severity} from './diagnostic.ts'
import {quietCodes} from './quiet-codes.ts'

/** How bad the problems of some codes are to be; `off` leaves them out. */
export type CheckRules = Readonly<Record<string, Severity | 'off'>>

/**
 * `diagnostics` with the severities that rules give them, without those that are off. Errors stay what they are: the output would be
 * wrong.
 *
 * @param rulesFor
 *   Rules for the problems of a file.
 */
export function applyRules(
  diagnostics: ReadonlyArray<Diagnostic>,
  rulesFor: (file: string) => CheckRules
): ReadonlyArray<Diagnostic> {
  return diagnostics.flatMap((diagnostic) => {
    if (diagnostic.severity === 'error') return [diagnostic]
    const rules = rulesFor(diagnostic.file)
    const severity = Object.hasOwn(rules, diagnostic.code) ? rules[diagnostic.code] : undefined
    if (severity === undefined && !isQuiet(diagnostic.code)) return [diagnostic]
    return severity === undefined || severity === 'off' ? [] : [{...diagnostic, severity}]
  })
}

/** Whether a problem is told only where a rule wants it. */
function isQuiet(code: string): boolean {
  return quietCodes.some((quiet) => quiet === code)
}
