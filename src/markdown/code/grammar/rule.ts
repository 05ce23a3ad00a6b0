import type {Mode, OpenMode} from './mode.ts'

/** What is looked for in code. */
export class Rule {
  readonly source: string
  /** What is `illegal` in a language is read over. */
  readonly type: 'begin' | 'end' | 'illegal'
  readonly #flags: string
  #expression: RegExp | undefined
  readonly #open: OpenMode | undefined
  #begins: Mode | undefined

  constructor(source: string, flags: string, type: Rule['type'], open: OpenMode | undefined) {
    this.source = source
    this.#flags = flags
    this.type = type
    this.#open = open
  }

  /** The mode that begins here. */
  get begins(): Mode | undefined {
    this.#begins ??= this.#open?.()
    return this.#begins
  }

  /** The match at an offset, with all groups. */
  matchAt(code: string, offset: number): RegExpExecArray | undefined {
    this.#expression ??= new RegExp(this.source, `${this.#flags}y`)
    this.#expression.lastIndex = offset
    return this.#expression.exec(code) ?? undefined
  }
}
