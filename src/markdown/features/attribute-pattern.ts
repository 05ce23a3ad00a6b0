const value = String.raw`"[^"]*"|'[^']*'|[^\s"'<=>\x60{}]+`

/** `#id`, `.class`, or a name with or without value, as a part of a pattern. */
const attribute = String.raw`(?:(?:[#.][^\s"#'.<=>\x60{}]+)+|[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:${value}))?)`

const attributes = String.raw`\{[ \t]*(?:${attribute}(?:[ \t]+${attribute})*[ \t]*)?\}`

const atEnd = new RegExp(String.raw`(?<![^ \t\]])(${attributes})[ \t]*$`)

/** Attributes in braces that a line ends with. */
export interface AttributesAtEnd {
  /** With their braces. */
  readonly text: string
  /** Of the brace that opens, in the line. */
  readonly index: number
}

/** The attributes that a line ends with, behind a blank or a bracket, or alone; `undefined` where it ends otherwise. */
export function attributesAtEnd(line: string): AttributesAtEnd | undefined {
  const found = atEnd.exec(line)
  return found?.[1] === undefined ? undefined : {text: found[1], index: found.index}
}
