import type {Diagnostic} from './diagnostic.ts'
import {isIgnore} from './silence-ignored.ts'

/** Who reads a thousand lines of one kind mends them all at once; what follows would only take time and memory. */
export const repeatsMax = 1000

/**
 * Diagnostics in their order, of one kind in one file at most `repeatsMax`: the last one of them says how many more there are. Ignores all stay, as
 * each has something to silence.
 */
export function limitRepeats(diagnostics: ReadonlyArray<Diagnostic>): ReadonlyArray<Diagnostic> {
  if (diagnostics.length <= repeatsMax) return diagnostics
  const counts = new Map<string, number>()
  const lastKept = new Map<string, number>()
  const kept: Array<Diagnostic> = []
  for (const diagnostic of diagnostics) {
    if (isIgnore(diagnostic)) {
      kept.push(diagnostic)
      continue
    }
    const kind = `${diagnostic.code} ${diagnostic.file}`
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    if (count > repeatsMax) continue
    lastKept.set(kind, kept.length)
    kept.push(diagnostic)
  }
  for (const [kind, index] of lastKept) {
    const rest = (counts.get(kind) ?? 0) - repeatsMax
    const last = kept[index]
    if (rest > 0 && last !== undefined) kept[index] = {...last, hint: hintOfRest(rest)}
  }
  return kept
}

function hintOfRest(rest: number): string {
  return `${rest} more of this kind ${rest === 1 ? 'follows' : 'follow'} in this file, and ${rest === 1 ? 'is' : 'are'} told once these are mended`
}
