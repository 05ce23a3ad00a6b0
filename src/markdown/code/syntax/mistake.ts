/** What keeps a text from being what it is said to be. */
export interface Mistake {
  /** What the parser says of it, in English, without a final period. */
  readonly message: string
  /** 0-based. */
  readonly line: number
  /** In the line, 0-based, in UTF-16 units. */
  readonly column: number
}

/** A mistake at an offset of a text, at its last sign at most. */
export function mistakeAt(text: string, offset: number, message: string): Mistake {
  const before = text.slice(0, Math.min(offset, text.trimEnd().length)).split('\n')
  return {message, line: before.length - 1, column: (before.at(-1) ?? '').length}
}
