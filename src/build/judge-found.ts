import {hasRules, type SiteChecks} from '#src/config/check-config.ts'
import {applyRules, type CheckRules} from '#src/diagnostics/apply-rules.ts'
import type {OwnCode} from '#src/diagnostics/codes.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {isError} from '#src/diagnostics/is-error.ts'
import {problemKey} from '#src/diagnostics/problem-key.ts'
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
    const {silences, ...problem} = diagnostic
    const article = diagnostic.includedBy?.file ?? diagnostic.file
    const mayBeUsed = foundOnDemand.has(silences.code) || !isWatched(article)
    return mayBeUsed ? [] : [problem]
  })
  const told = includedOnce(heard)
  return hasRules(checks) ? applyRules(told, rulesOf(checks)) : told
}

/** What counts of all that a build found: with `strict` a warning is an error, and a hint stays one. */
export function judgeBuild(
  found: ReadonlyArray<Diagnostic>,
  {
    checks,
    leftOut,
    strict
  }: {readonly checks: SiteChecks; readonly leftOut: ReadonlyArray<string>; readonly strict: boolean}
): ReadonlyArray<Diagnostic> {
  const hidden = new Set(leftOut)
  const isWhole = !found.some(isError)
  const judged = judgeFound(found, checks, (file) => isWhole && !hidden.has(file))
  return strict ? judged.map(asStrict) : judged
}

function asStrict(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.severity === 'warning' ? {...diagnostic, severity: 'error'} : diagnostic
}

/** What is wrong in a file that is included, once: as that of a page of its own, else at the first article that includes it. */
function includedOnce(diagnostics: ReadonlyArray<Diagnostic>): ReadonlyArray<Diagnostic> {
  if (diagnostics.every(({includedBy}) => includedBy === undefined)) return diagnostics
  const chosen = new Map<string, Diagnostic>()
  for (const diagnostic of diagnostics) {
    const key = problemKey(diagnostic)
    const known = chosen.get(key)
    if (known === undefined || includingKey(diagnostic) < includingKey(known)) chosen.set(key, diagnostic)
  }
  return diagnostics.filter(
    (diagnostic) => diagnostic.includedBy === undefined || chosen.get(problemKey(diagnostic)) === diagnostic
  )
}

/** In order of files, then lines; empty where nothing includes it. */
function includingKey({includedBy}: Diagnostic): string {
  return includedBy === undefined ? '' : `${includedBy.file}:${String(includedBy.line).padStart(10, '0')}`
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
