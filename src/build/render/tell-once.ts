import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'

/**
 * Diagnostics, those of code of the site each once: a template is rendered for many pages, of which any hint may name another. The one that
 * stays does not depend on the order.
 */
export function tellOnce(diagnostics: ReadonlyArray<Diagnostic>): ReadonlyArray<Diagnostic> {
  const chosen = new Map<string, Diagnostic>()
  for (const diagnostic of diagnostics.filter(isOfCode)) {
    const key = keyOf(diagnostic)
    const known = chosen.get(key)
    if (known === undefined || (diagnostic.hint ?? '') < (known.hint ?? '')) chosen.set(key, diagnostic)
  }
  const kept = new Set(chosen.values())
  return diagnostics.filter((diagnostic) => !isOfCode(diagnostic) || kept.has(diagnostic))
}

function isOfCode({file}: Diagnostic): boolean {
  return file.startsWith('templates/')
}

function keyOf({code, file, place, reason}: Diagnostic): string {
  return JSON.stringify([code, file, place?.line, place?.column, reason])
}
