import {kindWithin, type ScopeKind} from '../scope-kinds.ts'
import type {Token, TokenKind} from '../token.ts'

/** Takes code with the scopes of a grammar around it, as tokens; what follows each other and is of one kind is one. */
export class TokenWriter {
  readonly #code: string
  readonly #tokens: Array<Token> = []
  /** Of what is open. */
  #kind: TokenKind | undefined
  readonly #around: Array<TokenKind | undefined> = []
  /** Of the token that is not finished. */
  #lastKind: TokenKind | undefined
  /** Offset where it begins. */
  #from = 0
  /** Offset behind what was written. */
  #to = 0

  constructor(code: string) {
    this.#code = code
  }

  /** Write the code up to an offset. */
  writeTo(end: number): void {
    if (end <= this.#to) return
    if (this.#lastKind !== this.#kind) this.#finishToken()
    this.#to = end
  }

  open(scope: ScopeKind): void {
    this.#around.push(this.#kind)
    this.#kind = kindWithin(scope, this.#kind)
  }

  close(): void {
    this.#kind = this.#around.pop()
  }

  /** Write what follows, as tokens of a language inside of this one: what is of no kind in it is what that language is in. */
  writeInner(tokens: ReadonlyArray<Token>): void {
    const outer = this.#kind
    for (const {kind, text} of tokens) {
      this.#kind = kind ?? outer
      this.writeTo(this.#to + text.length)
    }
    this.#kind = outer
  }

  /** All that was written. */
  finish(): ReadonlyArray<Token> {
    this.#finishToken()
    return this.#tokens
  }

  #finishToken(): void {
    if (this.#to > this.#from) {
      this.#tokens.push({kind: this.#lastKind, text: this.#code.slice(this.#from, this.#to)})
    }
    this.#from = this.#to
    this.#lastKind = this.#kind
  }
}
