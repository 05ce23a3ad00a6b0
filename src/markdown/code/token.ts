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
  for (const {kind, text} of tokens) appendToken(joined, kind, text)
  return joined
}

/** Add text to the last token if it is of this kind. */
export function appendToken(tokens: Array<Token>, kind: TokenKind | undefined, text: string): void {
  const last = tokens.at(-1)
  if (text === '') return
  if (last !== undefined && last.kind === kind) tokens[tokens.length - 1] = {kind, text: last.text + text}
  else tokens.push({kind, text})
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
