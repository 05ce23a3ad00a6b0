/** What a stretch of code is to a reader. Each is a CSS class, `hl-keyword`, in the theme's style sheet. */
export type TokenKind =
  | 'attribute'
  | 'comment'
  | 'constant'
  | 'deleted'
  | 'emphasis'
  | 'escape'
  | 'function'
  | 'heading'
  | 'inserted'
  | 'keyword'
  | 'link'
  | 'meta'
  | 'number'
  | 'property'
  | 'regexp'
  | 'string'
  | 'strong'
  | 'tag'
  | 'type'
  | 'variable'

/** A stretch of code; `kind` is `undefined` for what has no color of its own. */
export interface Token {
  readonly kind: TokenKind | undefined
  /** May have line feeds. */
  readonly text: string
}

/** Tokens that follow each other and are of one kind become one. */
export function joinTokens(tokens: ReadonlyArray<Token>): ReadonlyArray<Token> {
  const joined: Array<Token> = []
  for (const token of tokens) {
    const last = joined.at(-1)
    if (token.text === '') continue
    if (last?.kind === token.kind && last !== undefined) {
      joined[joined.length - 1] = {kind: last.kind, text: last.text + token.text}
    } else joined.push(token)
  }
  return joined
}

/** The tokens of each line, without line feeds; there is one line at least. */
export function splitLines(tokens: ReadonlyArray<Token>): ReadonlyArray<ReadonlyArray<Token>> {
  let line: Array<Token> = []
  const lines = [line]
  for (const {kind, text} of tokens) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) {
        line = []
        lines.push(line)
      }
      if (part !== '') line.push({kind, text: part})
    }
  }
  return lines
}
