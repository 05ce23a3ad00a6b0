import {kindWithin, type ScopeKind} from '../scope-kinds.ts'
import {appendToken, type Token, type TokenKind} from '../token.ts'

/** Takes code with the scopes of a grammar around it, as tokens. */
export class TokenWriter {
  readonly tokens: Array<Token> = []
  #kind: TokenKind | undefined
  readonly #around: Array<TokenKind | undefined> = []

  write(text: string): void {
    appendToken(this.tokens, this.#kind, text)
  }

  open(scope: ScopeKind): void {
    this.#around.push(this.#kind)
    this.#kind = kindWithin(scope, this.#kind)
  }

  close(): void {
    this.#kind = this.#around.pop()
  }

  /** What is of no kind in a language inside of this one is what that language is in. */
  writeInner(tokens: ReadonlyArray<Token>): void {
    for (const {kind, text} of tokens) appendToken(this.tokens, kind ?? this.#kind, text)
  }
}
