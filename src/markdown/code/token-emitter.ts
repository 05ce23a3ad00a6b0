import type {Emitter} from 'highlight.js'
import {kindOfScope} from './scope-kinds.ts'
import {appendToken, type Token, type TokenKind} from './token.ts'

/** Takes what highlight.js finds, which makes one for each text, as tokens. */
export class TokenEmitter implements Emitter {
  readonly tokens: Array<Token> = []
  #kind: TokenKind | undefined
  readonly #around: Array<TokenKind | undefined> = []

  addText(text: string): void {
    appendToken(this.tokens, this.#kind, text)
  }

  openNode(scope: string): void {
    this.#around.push(this.#kind)
    this.#kind = kindOfScope(scope, this.#kind)
  }

  closeNode(): void {
    this.#kind = this.#around.pop()
  }

  startScope(scope: string): void {
    this.openNode(scope)
  }

  endScope(): void {
    this.closeNode()
  }

  /** What is of no kind in a language inside of this one is what that language is in. */
  __addSublanguage(inner: Emitter): void {
    if (!(inner instanceof TokenEmitter)) return
    for (const {kind, text} of inner.tokens) appendToken(this.tokens, kind ?? this.#kind, text)
  }

  finalize(): void {}

  toHTML(): string {
    return ''
  }
}
