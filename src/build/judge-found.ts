import {hasRules, type SiteChecks} from '#src/config/check-config.ts'
import {applyRules, type CheckRules} from '#src/diagnostics/apply-rules.ts'
import type {OwnCode} from '#src/diagnostics/codes.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {isIgnore, silenceIgnored} from '#src/diagnostics/silence-ignored.ts'
import {sectionLineage} from '#src/site/section-lineage.ts'

/**
 * What counts of all that was found: without what its authors ignore, and as bad as the configuration says.
 *
 * @param isWatched
 *   Whether all is known of a file, so that an ignore in it that silences nothing is one too many.
 */
export function judgeFound(
  found: ReadonlyArray<Diagnostic>,
  checks: SiteChecks,
  isWatched: (file: string) => boolean
): ReadonlyArray<Diagnostic> {
  const heard = silenceIgnored(found).flatMap((diagnostic) => {
    if (!isIgnore(diagnostic)) return [diagnostic]
    const {silences: _, ...problem} = diagnostic
    const mayBeUsed = foundOnDemand.has(diagnostic.silences.code) || !isWatched(diagnostic.file)
    return mayBeUsed ? [] : [problem]
  })
  return hasRules(checks) ? applyRules(heard, rulesOf(checks)) : heard
}

/** Codes of what is looked for only when that is asked for: what an ignore of them silences is not known at other times. */
const foundOnDemand: ReadonlySet<string> = new Set<OwnCode>(['routing/gone-link', 'routing/unreachable-link'])

/** Rules for a file: those of the nearest section around it come first. */
function rulesOf({site, sections}: SiteChecks): (file: string) => CheckRules {
  const rulesByFolder = new Map<string, CheckRules>()
  return (file) => {
    const [top, ...folders] = file.normalize('NFC').split('/').slice(0, -1)
    if (top !== 'content') return site
    const folder = folders.join('/')
    const known = rulesByFolder.get(folder)
    if (known !== undefined) return known
    const around = sectionLineage(folder).map((name) => (Object.hasOwn(sections, name) ? sections[name] : {}))
    const rules: CheckRules = Object.assign({}, site, ...around)
    rulesByFolder.set(folder, rules)
    return rules
  }
}
