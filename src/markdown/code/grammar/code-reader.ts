import type {ScopeKind} from '../scope-kinds.ts'
import type {Token} from '../token.ts'
import type {Border, Mode} from './mode.ts'
import type {Rule} from './rule.ts'
import {TokenWriter} from './token-writer.ts'

/** A mode that is open. */
interface Frame {
  readonly mode: Mode
  readonly around: Frame | undefined
}

/** What all is in of a language that was loaded, by the name that grammars call it. */
type FindGrammar = (name: string) => Mode | undefined

/** Steps after which a grammar goes round in circles if they are many times as many as the characters that it has read, or is to read. */
const circlesFrom = 100_000

/**
 * Reads a code by a grammar of highlight.js as highlight.js does, with its quirks, in a sixth of the time: it makes nothing by the way that
 * nobody looks at.
 */
export class CodeReader {
  readonly #code: string
  readonly #grammarOf: FindGrammar
  readonly #writer: TokenWriter
  #top: Frame
  /** Offset of what was passed and is not written yet. */
  #from = 0
  /** Offset behind it. */
  #to = 0
  /** Where the next rule is looked for. */
  #next = 0
  /** Index of the first rule that counts there, where the one before it was refused. */
  #firstRule = 0
  #isRefused = false
  /** Offset of what was found last. */
  #start = 0
  /** Offset behind it. */
  #end = 0
  /** What is open at the end of the texts in an inner language, by which the next one goes on. */
  readonly #openInner = new Map<string, Frame>()

  /**
   * @param open
   *   What is open where the code begins.
   */
  constructor(code: string, grammar: Mode, grammarOf: FindGrammar, open?: Frame) {
    this.#code = code
    this.#writer = new TokenWriter(code)
    this.#grammarOf = grammarOf
    this.#top = open ?? {mode: grammar, around: undefined}
    const scopes: Array<ScopeKind> = []
    for (let {mode, around} = this.#top; around !== undefined; {mode, around} = around) {
      if (mode.scope !== undefined) scopes.unshift(mode.scope)
    }
    for (const scope of scopes) this.#writer.open(scope)
  }

  /** The tokens, which together are the code; `undefined` where the grammar would not come to an end with it. To be called once. */
  read(): ReadonlyArray<Token> | undefined {
    let begun = -1
    let steps = 0
    for (let rule = this.#findRule(); rule !== undefined; rule = this.#findRule()) {
      if (++steps > circlesFrom + this.#code.length * 100) return undefined
      this.#to = this.#start
      const {type, begins} = rule
      const isEmpty = this.#end === this.#start
      // What has begun would end at once, and begin again.
      const isStuck = type === 'end' && isEmpty && begun === this.#start
      if (!isStuck) begun = begins === undefined ? -1 : this.#start
      if (isStuck) this.#passTo(this.#start + 1)
      else if (begins !== undefined) this.#begin(begins, rule)
      else if (type === 'end' && this.#endMode(rule)) continue
      else if (type === 'illegal' && isEmpty) this.#passTo(this.#start + 1)
      else if (steps > circlesFrom && steps > this.#start * 3) return undefined
      else this.#passTo(this.#end)
    }
    this.#to = this.#code.length
    this.#write()
    return this.#writer.finish()
  }

  #findRule(): Rule | undefined {
    const {rules, beginCount, finder} = this.#top.mode
    let found = this.#isRefused ? this.#findBehindRefused(rules) : -1
    if (found !== -1) this.#firstRule = found + 1
    else {
      found = finder.find(this.#code, this.#isRefused ? this.#next + 1 : this.#next)
      this.#start = finder.start
      this.#end = finder.end
      // A quirk: rules count from those that were refused, although all were looked for.
      this.#firstRule = (this.#isRefused ? this.#firstRule : 0) + found + 1
    }
    this.#isRefused = false
    if (this.#firstRule === beginCount) this.#firstRule = 0
    return rules[found]
  }

  #findBehindRefused(rules: ReadonlyArray<Rule>): number {
    for (let index = this.#firstRule; index < rules.length; index++) {
      const match = rules[index]?.matchAt(this.#code, this.#next)
      if (match === undefined) continue
      this.#start = this.#next
      this.#end = this.#next + match[0].length
      return index
    }
    return -1
  }

  #begin(mode: Mode, rule: Rule): void {
    const {begin, isSkipped} = mode
    if (this.#refuses(mode, begin, rule)) {
      this.#isRefused = this.#firstRule !== 0
      if (this.#isRefused) this.#next = this.#start
      else this.#passTo(this.#start + 1)
      return
    }
    if (isSkipped || begin.isExcluded) this.#to = this.#end
    if (!isSkipped) this.#write()
    if (!begin.isReturned) this.#to = this.#end
    this.#open(mode, rule)
    this.#next = begin.isReturned ? this.#start : this.#end
  }

  #open(mode: Mode, rule: Rule): void {
    if (mode.scope !== undefined) this.#writer.open(mode.scope)
    this.#writeBorder(mode.begin, rule)
    this.#top = {mode, around: this.#top}
  }

  /** Ends what was found to end, with all that is open within it; `false` where nothing does. */
  #endMode(rule: Rule): boolean {
    const ended = this.#endedBy(rule)
    if (ended?.around === undefined) return false
    const {end, isSkipped} = this.#top.mode
    const hasScope = end.scope !== undefined || end.groups !== undefined
    if (!hasScope && (isSkipped || !(end.isExcluded || end.isReturned))) this.#to = this.#end
    if (hasScope || !isSkipped) this.#write()
    if (!end.isReturned) this.#to = this.#end
    this.#writeBorder(end, rule)
    for (let frame = this.#top; ; frame = frame.around) {
      if (frame.mode.scope !== undefined) this.#writer.close()
      if (frame === ended || frame.around === undefined) break
    }
    this.#top = ended.around
    if (ended.mode.starts !== undefined) this.#open(ended.mode.starts(), rule)
    this.#next = end.isReturned ? this.#start : this.#end
    return true
  }

  #endedBy(rule: Rule): Frame | undefined {
    let frame: Frame | undefined = this.#top
    while (frame !== undefined && !this.#isEndOf(frame.mode, rule)) {
      frame = frame.mode.endsWithParent ? frame.around : undefined
    }
    while (frame?.mode.endsParent && frame.around !== undefined) frame = frame.around
    return frame
  }

  #isEndOf(mode: Mode, rule: Rule): boolean {
    if (mode.ending === undefined) return false
    const {expression, looksBack} = mode.ending
    // To highlight.js nothing is in front of an end.
    expression.lastIndex = looksBack ? 0 : this.#start
    const isFound = expression.test(looksBack ? this.#code.slice(this.#start) : this.#code)
    return isFound && !this.#refuses(mode, mode.end, rule)
  }

  #refuses({data}: Mode, {callbacks}: Border, rule: Rule): boolean {
    if (callbacks.length === 0) return false
    const match = rule.matchAt(this.#code, this.#start)
    if (match === undefined) return false
    return callbacks.some((callback) => {
      let isMatchIgnored = false
      const ignoreMatch = (): void => {
        isMatchIgnored = true
      }
      callback(match, {data, isMatchIgnored, ignoreMatch})
      return isMatchIgnored
    })
  }

  #passTo(offset: number): void {
    this.#to = Math.min(offset, this.#code.length)
    this.#next = offset
  }

  /** What was passed, as text of the mode that is open. */
  #write(): void {
    const {innerLanguage} = this.#top.mode
    if (innerLanguage === undefined) this.#writeWords(this.#from, this.#to)
    else if (this.#to > this.#from) this.#writeInner(innerLanguage)
    this.#from = this.#to
  }

  #writeInner(language: string): void {
    const grammar = this.#grammarOf(language)
    if (grammar === undefined) {
      this.#writer.writeTo(this.#to)
      return
    }
    const text = this.#code.slice(this.#from, this.#to)
    const reader = new CodeReader(text, grammar, this.#grammarOf, this.#openInner.get(language))
    const tokens = reader.read() ?? [{kind: undefined, text}]
    this.#openInner.set(language, reader.#top)
    this.#writer.writeInner(tokens)
  }

  /** A begin or an end that has scopes of its own. */
  #writeBorder({scope, groups}: Border, rule: Rule): void {
    if (scope !== undefined) this.#writeScoped(this.#to, scope)
    else if (groups !== undefined) {
      const match = rule.matchAt(this.#code, this.#start)
      let from = this.#from
      for (const {group, scope: inner} of groups) {
        const to = from + (match?.[group]?.length ?? 0)
        if (inner === undefined) this.#writeWords(from, to)
        else this.#writeScoped(to, inner)
        from = to
      }
    } else return
    this.#from = this.#to
  }

  #writeScoped(to: number, scope: ScopeKind): void {
    this.#writer.open(scope)
    this.#writer.writeTo(to)
    this.#writer.close()
  }

  #writeWords(from: number, to: number): void {
    const {keywords} = this.#top.mode
    // Most texts between two matches are a blank or a sign.
    if (keywords !== undefined && to - from >= keywords.lengthMin) {
      const {scopes, isLowerCase, word} = keywords
      const text = this.#code.slice(from, to)
      word.lastIndex = 0
      for (let match = word.exec(text); match !== null; match = word.exec(text)) {
        const [found] = match
        const scope = scopes.get(isLowerCase ? found.toLowerCase() : found)
        if (scope === undefined) continue
        this.#writer.writeTo(from + match.index)
        this.#writeScoped(from + word.lastIndex, scope)
      }
    }
    this.#writer.writeTo(to)
  }
}
