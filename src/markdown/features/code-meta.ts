/** `name="value"`, `name='value'`, `name={value}` or `name=value` in the meta of a code fence. */
export interface CodeAttribute {
  /** Without its quotes, but with its braces. */
  readonly value: string
  /** Of the name, in the meta. */
  readonly offset: number
  /** Behind the value and its quote, in the meta. */
  readonly end: number
}

/** Lines by number, both ends included. */
export interface LineRange {
  /** 1-based. */
  readonly first: number
  /** At least `first`; `Infinity` for `5-`. */
  readonly last: number
}

/** What stands behind the language of a code fence. */
export interface CodeMeta {
  /** Of the first `[…]`, trimmed; absent where there is none, or an empty one. */
  readonly bracketed?: string
  /** Those `{linenos=table}` that have options by name, without their braces, in order. */
  readonly options: ReadonlyArray<string>
  /** By name as written; of equal names the first counts. */
  readonly attributes: ReadonlyMap<string, CodeAttribute>
  /** All that is nothing else, in order. */
  readonly words: ReadonlyArray<string>
  /** Of all `{1,4-6}`, in order. */
  readonly ranges: ReadonlyArray<LineRange>
  /** Those `{1,4-6}` as written, in order. */
  readonly braces: ReadonlyArray<string>
}

/**
 * Read the meta of a code fence: any text has one reading. A quote that is not closed is part of an unquoted value, and braces
 * without ranges are a word.
 */
export function parseCodeMeta(meta: string): CodeMeta {
  const attributes = new Map<string, CodeAttribute>()
  const words: Array<string> = []
  const ranges: Array<LineRange> = []
  const written: Array<string> = []
  const options: Array<string> = []
  let bracketed: string | undefined
  for (const match of meta.matchAll(token)) {
    const [all, name, double, single, bare, braces, brackets] = match
    const found = braces === undefined ? undefined : parseLineRanges(braces)
    if (found !== undefined) {
      ranges.push(...found)
      written.push(all)
    } else if (brackets !== undefined && brackets.trim() !== '') bracketed ??= brackets.trim()
    else if (braces !== undefined && /\w\s*=/.test(braces)) options.push(braces)
    else if (name === undefined) words.push(all)
    else if (!attributes.has(name)) {
      const value = double ?? single ?? bare ?? ''
      attributes.set(name, {value, offset: match.index, end: match.index + all.length})
    }
  }
  return {
    attributes,
    words,
    ranges,
    braces: written,
    options,
    ...(bracketed === undefined ? {} : {bracketed})
  }
}

/** Ranges such as `1,4-6`, `5-` (to the end) or `-3` (from the start); `undefined` when the text is none. */
export function parseLineRanges(text: string): ReadonlyArray<LineRange> | undefined {
  const ranges: Array<LineRange> = []
  for (const part of text.split(',')) {
    const [, from, dash, to] = /^\s*(\d{1,9})?\s*(-)?\s*(\d{1,9})?\s*$/.exec(part) ?? []
    if ((from ?? to) === undefined || (dash === undefined && to !== undefined)) return undefined
    const first = Number(from ?? 1)
    const last = dash === undefined ? first : Number(to ?? Number.POSITIVE_INFINITY)
    if (first < 1 || last < first) return undefined
    ranges.push({first, last})
  }
  return ranges
}

/** Brackets may have brackets in them, as the names of some files do. */
const token =
  /([^\s="'{}[]+)=(?:"([^"]*)"|'([^']*)'|(\{[^{}]*\}|\S*))|\{([^{}]*)\}|\[((?:[^[\]]|\[[^[\]]*\])*)\](?=[\s{]|$)|\S+/g
