import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {problemKey} from '#src/diagnostics/problem-key.ts'

/**
 * Diagnostics, those that many pages may have in common each once: a template is rendered for all pages of its kind, and a default is inherited by all
 * of its folder. Their hints may name any of the pages. The one that stays does not depend on the order.
 */
export function tellOnce(diagnostics: ReadonlyArray<Diagnostic>): ReadonlyArray<Diagnostic> {
  const chosen = new Map<string, Diagnostic>()
  for (const diagnostic of diagnostics.filter(isShared)) {
    const key = problemKey(diagnostic)
    const known = chosen.get(key)
    if (known === undefined || (diagnostic.hint ?? '') < (known.hint ?? '')) chosen.set(key, diagnostic)
  }
  const kept = new Set(chosen.values())
  return diagnostics.filter((diagnostic) => !isShared(diagnostic) || kept.has(diagnostic))
}

/** What stands in a text at no known place may be as many problems; what is included is told with each article that includes it. */
function isShared({file, place, includedBy}: Diagnostic): boolean {
  return includedBy === undefined && (place !== undefined || !file.startsWith('content/'))
}
