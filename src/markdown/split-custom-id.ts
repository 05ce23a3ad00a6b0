/** A heading's text and the id that its author gave it. */
export interface CustomId {
  readonly id: string
  /** What stands before the mark. */
  readonly text: string
}

const customIdMark = /\{\s*#([^\s{}]+)\s*\}\s*$/

/** Split a `{#mark}` from the end of a heading's last text; `undefined` when there is none. */
export function splitCustomId(text: string): CustomId | undefined {
  const match = text.includes('{') ? customIdMark.exec(text) : null
  const id = match?.[1]
  if (match === null || id === undefined) return undefined
  return {id, text: text.slice(0, match.index).trimEnd()}
}
