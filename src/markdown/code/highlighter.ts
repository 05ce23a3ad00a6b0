import type {Token} from './token.ts'

/** Tells the tokens of code. */
export interface Highlighter {
  /** Every name of a language, in lower case. */
  readonly names: ReadonlyArray<string>
  /** Whether a language is known by this name, in lower case. */
  readonly has: (name: string) => boolean
  /** Loads what the languages of these names need; `undefined` when all of it is there. Others are passed over. */
  readonly load: (names: ReadonlyArray<string>) => Promise<void> | undefined
  /** Tokens of code in a language that was loaded; together they are the code. */
  readonly tokensOf: (name: string, code: string) => ReadonlyArray<Token>
}
