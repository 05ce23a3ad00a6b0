import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Spot} from '#src/diagnostics/problem-at.ts'
import {
  fillTarget,
  isExact,
  leadsOn,
  namesIn,
  type PathPattern,
  type RedirectStatus,
  type RedirectTarget
} from '#src/model/redirect.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {covers, matchPattern, overlaps, patternText} from './path-pattern.ts'
import {redirectLoop, shadowedRedirect} from './redirect-messages.ts'

/** Who wrote a rule: the alias of a page, or the configuration, by the rule's index. */
export type RedirectOrigin =
  | {readonly source: SourcePath; readonly alias: RoutePath}
  | {readonly index: number}

/** An old address, and what is to be there. */
export interface Redirect {
  readonly from: ReadonlyArray<PathPattern>
  /** Absent for the status 410. */
  readonly target?: RedirectTarget
  readonly status: RedirectStatus
  readonly origin: RedirectOrigin
}

/** What a table is made with, beside the rules. */
export interface TableRules {
  /** Whether an address has a page or file: what is there goes before patterns. */
  readonly isTaken: (path: RoutePath) => boolean
  readonly spotOf: (origin: RedirectOrigin) => Spot
}

/**
 * The rules in the order in which they count: those for one address before those for many, and each as written. A rule that leads to
 * another leads to where that one leads.
 *
 * @returns
 *   Diagnostics: `routing/redirect-loop` (error), `routing/shadowed-redirect` (warning).
 */
export function redirectTable(
  written: ReadonlyArray<Redirect>,
  {isTaken, spotOf}: TableRules
): Checked<ReadonlyArray<Redirect>> {
  const exact = written.filter(({from}) => isExact(from))
  const patterns = written.filter(({from}) => !isExact(from))
  const ordered = [...exact, ...patterns]
  const table = {
    exact: new Map([...exact].reverse().map((rule) => [patternText(rule.from), rule])),
    patterns,
    isTaken
  }
  const diagnostics: Array<Diagnostic> = []
  for (const [index, {from, origin}] of patterns.entries()) {
    const earlier = patterns.slice(0, index).find((other) => covers(other.from, from))
    if (earlier === undefined) continue
    diagnostics.push(shadowedRedirect(spotOf(origin), patternText(from), patternText(earlier.from)))
  }
  const value = ordered.map((rule) => {
    const chain = chainFrom(rule, table)
    if (chain.isLoop)
      diagnostics.push(
        redirectLoop(
          spotOf(rule.origin),
          chain.steps.map(({from}) => patternText(from))
        )
      )
    return chain.isLoop ? rule : lastOf(rule, chain.steps)
  })
  return {value, diagnostics}
}

interface Table extends Pick<TableRules, 'isTaken'> {
  /** By the text of their patterns; of equal ones the first. */
  readonly exact: ReadonlyMap<string, Redirect>
  readonly patterns: ReadonlyArray<Redirect>
}

interface Chain {
  /** Rules that follow on each other, each with what its names stand for in terms of the first one. */
  readonly steps: ReadonlyArray<Redirect>
  /** Whether the last one leads to the first one. */
  readonly isLoop: boolean
}

function chainFrom(start: Redirect, table: Table): Chain {
  const steps = [start]
  const visited = new Set<Redirect>([start])
  for (;;) {
    const last = steps.at(-1) ?? start
    const next = leadsOn(start.status) ? ruleFor(last.target, table) : undefined
    if (next === start) return {steps: [...steps, start], isLoop: true}
    // A loop that the first one is not part of is told of by those that are.
    if (next === undefined || visited.has(next)) return {steps, isLoop: false}
    visited.add(next)
    steps.push(filledIn(next, last))
  }
}

/** The rule that is sure to be met at a target; `undefined` where that is not known before somebody comes. */
function ruleFor(target: RedirectTarget | undefined, table: Table): Redirect | undefined {
  if (target?.kind !== 'site') return undefined
  const asked = targetPattern(target.path)
  if (asked === undefined) return undefined
  const met = isExact(asked)
    ? exactRuleFor(asked, target.path, table)
    : [...table.exact.values(), ...table.patterns].find(({from}) => overlaps(from, asked))
  return met !== undefined && leadsOn(met.status) && covers(met.from, asked) ? met : undefined
}

function exactRuleFor(
  asked: ReadonlyArray<PathPattern>,
  path: RoutePath,
  {exact, patterns, isTaken}: Table
): Redirect | undefined {
  if (isTaken(path)) return undefined
  return exact.get(patternText(asked)) ?? patterns.find(({from}) => covers(from, asked))
}

/** The addresses that a target stands for; `undefined` where they have no pattern. */
function targetPattern(path: string): ReadonlyArray<PathPattern> | undefined {
  const segments = path.split('/').filter((segment) => segment !== '')
  const isEnd = (index: number): boolean => index === segments.length - 1
  if (
    segments.some(
      (segment, index) => namesIn(segment).includes('splat') && !(segment === ':splat' && isEnd(index))
    )
  ) {
    return undefined
  }
  return segments.map((text): PathPattern => {
    if (text === ':splat') return {kind: 'rest'}
    return namesIn(text).length > 0 ? {kind: 'any', name: text} : {kind: 'text', text}
  })
}

/** A rule whose names stand for what the target of the rule before it has in their places. */
function filledIn(rule: Redirect, before: Redirect): Redirect {
  const [given, target] = [before.target, rule.target]
  if (given?.kind !== 'site' || target === undefined) return rule
  const values = matchPattern(rule.from, given.path)
  const fill = (text: string): string => fillTarget(text, (name) => values?.get(name) ?? `:${name}`)
  if (target.kind === 'elsewhere') return {...rule, target: {...target, url: fill(target.url)}}
  const path = fill(target.path) as RoutePath
  return {...rule, target: {kind: 'site', path, suffix: fill(target.suffix) || given.suffix}}
}

/** The first rule with the target of the last one; for good only when all of them are. */
function lastOf(rule: Redirect, steps: ReadonlyArray<Redirect>): Redirect {
  const {target} = steps.at(-1) ?? rule
  const passing = steps.find(({status}) => status === 302 || status === 307)
  const status = passing === undefined ? rule.status : passing.status
  return target === undefined ? rule : {...rule, target, status}
}
