import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import {errorAt, warningAt} from '#src/diagnostics/problem-at.ts'
import {missingHint} from './code-messages.ts'

/** A style sheet or script that is not valid. `cause` is the bundler's own words. */
export function assetSyntax(file: string, place: Place | undefined, cause: string): Diagnostic {
  const kind = kindOf(file)
  return errorAt({file, place}, 'host/asset-syntax', `Expected a valid ${kind}, found an error: ${cause}`)
}

/** A style sheet or script that browsers read otherwise than it seems. `cause` is the bundler's own words. */
export function assetWarning(file: string, place: Place | undefined, cause: string): Diagnostic {
  const kind = kindOf(file)
  return warningAt({file, place}, 'host/asset-warning', `Expected a flawless ${kind}, found this: ${cause}`)
}

/** A style sheet or script that imports what is not there. */
export function cannotLoadAsset(file: string, place: Place | undefined, cause: string): Diagnostic {
  return errorAt({file, place}, 'host/cannot-load-asset', cause, missingHint)
}

function kindOf(file: string): string {
  return /\.(?:[cm]?[jt]s|[jt]sx)$/.test(file) ? 'script' : 'style sheet'
}
