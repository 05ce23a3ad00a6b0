import type {Diagnostic} from './diagnostic.ts'
import {type DiagnosticStyle, formatDiagnostic} from './format-diagnostic.ts'
import {orderDiagnostics} from './order.ts'

/** A diagnostic to print, and how many of its code are left out after it. */
export interface ReportEntry {
  readonly diagnostic: Diagnostic
  /** 0 for all but the last that is shown of a code. */
  readonly foldedCount: number
}

/**
 * What a report for people shows of `diagnostics`: ordered by file and place, of each code the first
 * `repeatMax` (at least 1) of each severity. Nobody reads the ninth hundred, and they would hide the others.
 */
export function foldDiagnostics(
  diagnostics: ReadonlyArray<Diagnostic>,
  repeatMax: number
): ReadonlyArray<ReportEntry> {
  const countByKind = new Map<string, number>()
  for (const diagnostic of diagnostics)
    countByKind.set(kindOf(diagnostic), countOf(diagnostic, countByKind) + 1)
  const shownByKind = new Map<string, number>()
  const entries: Array<ReportEntry> = []
  for (const diagnostic of orderDiagnostics(diagnostics)) {
    const shown = countOf(diagnostic, shownByKind) + 1
    if (shown > repeatMax) continue
    shownByKind.set(kindOf(diagnostic), shown)
    const isLastShown = shown === repeatMax
    entries.push({diagnostic, foldedCount: isLastShown ? countOf(diagnostic, countByKind) - repeatMax : 0})
  }
  return entries
}

/**
 * `entries` as text, a blank line between two.
 *
 * @param textsByFile
 *   Texts for the code frames; a file that is missing gets none.
 * @returns
 *   Lines with a line ending after the last; empty without entries.
 */
export function formatReport(
  style: DiagnosticStyle,
  entries: ReadonlyArray<ReportEntry>,
  textsByFile: ReadonlyMap<string, string>
): string {
  return entries
    .map(({diagnostic, foldedCount}) => {
      const text = formatDiagnostic(style, diagnostic, textsByFile.get(diagnostic.file))
      const more = `… and ${foldedCount} more like it (${diagnostic.code}); --json lists all`
      return foldedCount === 0 ? `${text}\n` : `${text}\n\n${style.code(more)}\n`
    })
    .join('\n')
}

function countOf(diagnostic: Diagnostic, countByKind: ReadonlyMap<string, number>): number {
  return countByKind.get(kindOf(diagnostic)) ?? 0
}

function kindOf({code, severity}: Diagnostic): string {
  return `${severity} ${code}`
}
