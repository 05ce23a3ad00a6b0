import type {CompiledMode} from 'highlight.js'

/** What is looked for in code. */
export class Rule {
  readonly source: string
  /** What is `illegal` in a language is read over. */
  readonly type: 'begin' | 'end' | 'illegal'
  /** The mode that begins here. */
  readonly begins: CompiledMode | undefined
  readonly #flags: string
  #expression: RegExp | undefined

  constructor(
    source: string,
    flags: string,
    {type, rule}: {readonly type: Rule['type']; readonly rule?: CompiledMode}
  ) {
    this.source = source
    this.type = type
    this.begins = rule
    this.#flags = flags
  }

  /** The match at an offset, with all groups. */
  matchAt(code: string, offset: number): RegExpExecArray | undefined {
    this.#expression ??= new RegExp(this.source, `${this.#flags}y`)
    this.#expression.lastIndex = offset
    return this.#expression.exec(code) ?? undefined
  }
}
