import type {HintCode, OwnCode, WarningCode} from './codes.ts'
import type {Diagnostic, Place, Severity} from './diagnostic.ts'

/** Where a problem is: a file, and a place in it where that is known. */
export interface Spot {
  readonly file: string
  readonly place?: Place | undefined
}

/** An error at a spot. */
export function errorAt(spot: Spot, code: OwnCode, reason: string, hint?: string | undefined): Diagnostic {
  return problemAt(spot, 'error', code, {reason, hint})
}

/** A warning at a spot. */
export function warningAt(
  spot: Spot,
  code: WarningCode,
  reason: string,
  hint?: string | undefined
): Diagnostic {
  return problemAt(spot, 'warning', code, {reason, hint})
}

/** A hint at a spot. */
export function hintAt(spot: Spot, code: HintCode, reason: string, hint?: string | undefined): Diagnostic {
  return problemAt(spot, 'hint', code, {reason, hint})
}

function problemAt(
  {file, place}: Spot,
  severity: Severity,
  code: OwnCode,
  {reason, hint}: {readonly reason: string; readonly hint: string | undefined}
): Diagnostic {
  return {
    code,
    severity,
    reason,
    file,
    ...(place === undefined ? {} : {place}),
    ...(hint === undefined ? {} : {hint})
  }
}
