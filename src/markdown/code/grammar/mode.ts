import type {CompiledLanguage, CompiledMode, CompiledScope, ModeCallback} from 'highlight.js'
import {kindOfScope, type ScopeKind} from '../scope-kinds.ts'
import {Rule} from './rule.ts'
import {RuleFinder} from './rule-finder.ts'

/** The mode that highlight.js compiled, the same each time. A mode may be within itself. */
export type OpenMode = () => Mode

/** What code is made of between a begin and an end: a mode of a grammar of highlight.js, which compiled it. */
export interface Mode {
  /** In the order in which they count; those that begin something are the first. */
  readonly rules: ReadonlyArray<Rule>
  readonly beginCount: number
  readonly finder: RuleFinder
  /** Of all that is in the mode. */
  readonly scope: ScopeKind | undefined
  readonly keywords: Keywords | undefined
  /** The language that the text of the mode is in. */
  readonly innerLanguage: string | undefined
  readonly begin: Border
  readonly end: Border
  /** Tells whether it is this mode that an end ends, and not one around it. */
  readonly ending: {readonly expression: RegExp; readonly looksBack: boolean} | undefined
  readonly endsParent: boolean
  readonly endsWithParent: boolean
  /** Opens what begins where this mode ends. */
  readonly starts: OpenMode | undefined
  /** Is text of what is around it, although other things may be in it. */
  readonly isSkipped: boolean
  /** Shared by what a grammar has to say of the begin and the end. */
  readonly data: Record<string, unknown>
}

/** The begin or the end of a mode. */
export interface Border {
  /** Scope of the whole. */
  readonly scope: ScopeKind | undefined
  /** Scopes of its groups, which are all of it. */
  readonly groups: ReadonlyArray<{readonly group: number; readonly scope: ScopeKind | undefined}> | undefined
  /** Whether it is not part of the mode. */
  readonly isExcluded: boolean
  /** Whether it is read once more, by what is in the mode or around it. */
  readonly isReturned: boolean
  /** May refuse a match. */
  readonly callbacks: ReadonlyArray<ModeCallback>
}

/** Words of a mode that have a scope. */
interface Keywords {
  /** Scopes by words; these are in lower case where case does not matter. */
  readonly scopes: ReadonlyMap<string, ScopeKind>
  readonly isLowerCase: boolean
  /** Length of the shortest. */
  readonly lengthMin: number
  readonly word: RegExp
}

/**
 * Take over a mode as highlight.js has compiled it.
 *
 * @param modeOf
 *   Finds a mode of the same grammar.
 */
export function createMode(
  compiled: CompiledMode,
  language: CompiledLanguage,
  modeOf: (compiled: CompiledMode) => Mode
): Mode {
  const flags = `m${language.case_insensitive ? 'i' : ''}${language.unicodeRegex ? 'u' : ''}`
  const {rules: compiledRules, count}: CompiledRules = compiled.matcher
  const rules = compiledRules.map(([source, {type, rule}]) => {
    return new Rule(sourceOf(source), flags, type, rule && (() => modeOf(rule)))
  })
  const {endRe, starts} = compiled
  return {
    rules,
    beginCount: count,
    finder: new RuleFinder(rules, flags),
    scope: kindOf(compiled.scope, language),
    keywords: compiled.keywords ? keywordsOf(compiled, language) : undefined,
    innerLanguage: typeof compiled.subLanguage === 'string' ? compiled.subLanguage : undefined,
    begin: {
      ...scopesOf(compiled.beginScope, language),
      isExcluded: compiled.excludeBegin === true,
      isReturned: compiled.returnBegin === true,
      callbacks: callbacksOf(compiled.__beforeBegin, compiled['on:begin'])
    },
    end: {
      ...scopesOf(compiled.endScope, language),
      isExcluded: compiled.excludeEnd === true,
      isReturned: compiled.returnEnd === true,
      callbacks: callbacksOf(compiled['on:end'])
    },
    ending: endRe
      ? {expression: new RegExp(endRe, `${endRe.flags}y`), looksBack: looksBack.test(endRe.source)}
      : undefined,
    endsParent: compiled.endsParent === true,
    endsWithParent: compiled.endsWithParent === true,
    starts: starts ? () => modeOf(starts) : undefined,
    isSkipped: compiled.skip === true,
    data: {}
  }
}

/** What highlight.js makes of the rules of a mode. */
interface CompiledRules {
  readonly rules: ReadonlyArray<
    readonly [source: RegExp | string, options: {readonly type: Rule['type']; readonly rule?: CompiledMode}]
  >
  readonly count: number
}

/** Whether an expression may care for what is in front of a match. */
const looksBack = /\\[bB]|\^|\(\?</

function sourceOf(expression: RegExp | string): string {
  return typeof expression === 'string' ? expression : expression.source
}

function kindOf(scope: string | undefined, {classNameAliases}: CompiledLanguage): ScopeKind | undefined {
  return scope ? kindOfScope(classNameAliases?.[scope] ?? scope) : undefined
}

function keywordsOf({keywords, keywordPatternRe}: CompiledMode, language: CompiledLanguage): Keywords {
  const scopes = new Map<string, ScopeKind>()
  for (const [word, [scope]] of Object.entries(keywords)) {
    const kind = kindOf(scope, language)
    // Others tell which language a code may be in.
    if (kind !== undefined && !scope.startsWith('_')) scopes.set(word, kind)
  }
  const lengthMin = Math.min(...[...scopes.keys()].map(({length}) => length))
  return {scopes, isLowerCase: language.case_insensitive === true, lengthMin, word: keywordPatternRe}
}

function scopesOf(
  found: CompiledScope | undefined,
  language: CompiledLanguage
): Pick<Border, 'scope' | 'groups'> {
  const scope = kindOf(found?._wrap, language)
  const emitted = Object.keys(found?._emit ?? {}).map(Number)
  const groups = emitted.map((group) => ({group, scope: kindOf(found?.[group], language)}))
  return {scope, groups: found?._multi ? groups : undefined}
}

function callbacksOf(...callbacks: ReadonlyArray<unknown>): ReadonlyArray<ModeCallback> {
  return callbacks.filter((callback): callback is ModeCallback => typeof callback === 'function')
}
