/** An argument of a tag. */
interface Argument {
  /** Its number, counted among those without a name, where it has no name. */
  readonly name: string
  readonly value: string
  /** The value without its quotes, as written. */
  readonly written: string
  /** Offsets in the text. */
  readonly from: number
  readonly valueFrom: number
  readonly to: number
}

/** A tag, up to the offset `end`. */
type Tag =
  | {readonly kind: 'comment'; readonly end: number}
  | {
      readonly kind: 'open' | 'close' | 'single'
      readonly name: string
      readonly attributes: ReadonlyArray<Argument>
      readonly end: number
    }

/** Longer tags are none, so that a text of nothing but beginnings is read in reasonable time. */
const tagMax = 5_000

const tagName = /\s*(\/?)\s*([\p{L}\p{N}_][\p{L}\p{N}_.-]*(?:\/[\p{L}\p{N}_.-]+)*)/uy

/** Without quotes no other tag begins in it: that is the sign of one that was not closed. */
const argument =
  /\s+(?:([\w-]+)\s*=\s*)?(?:"((?:[^"\\]|\\[\s\S])*)"|`([^`]*)`|((?:(?!\/?[%>]\}\}|\{\{[<%])[^\s"=`])+))/y

/** The tag that starts at an offset with `{{<` or `{{%`; `undefined` when it is none. */
export function readTag(text: string, offset: number): Tag | undefined {
  const source = text.slice(offset, offset + tagMax)
  const ending = `${source.charAt(2)}}}`.replace('<', '>')
  if (source.startsWith('/*', 3)) {
    const end = source.indexOf(`*/${ending}`, 3)
    return end === -1 ? undefined : {kind: 'comment', end: offset + end + 2 + ending.length}
  }
  tagName.lastIndex = 3
  const [, slash, name] = tagName.exec(source) ?? []
  if (name === undefined) return undefined
  const {attributes, end: argumentsEnd} = readArguments(source, tagName.lastIndex, offset)
  const rest = /\s*(\/?)/y
  rest.lastIndex = argumentsEnd
  const isSingle = rest.exec(source)?.[1] === '/'
  if (!source.startsWith(ending, rest.lastIndex)) return undefined
  const end = offset + rest.lastIndex + ending.length
  if (slash === '/')
    return attributes.length > 0 || isSingle ? undefined : {kind: 'close', name, attributes, end}
  return {kind: isSingle ? 'single' : 'open', name, attributes, end}
}

function readArguments(
  source: string,
  start: number,
  offset: number
): {readonly attributes: ReadonlyArray<Argument>; readonly end: number} {
  const byName = new Map<string, Argument>()
  let end = start
  let unnamedCount = 0
  argument.lastIndex = start
  for (let match = argument.exec(source); match !== null; match = argument.exec(source)) {
    const [all, given, quoted, raw, bare = ''] = match
    const name = given ?? `${unnamedCount++}`
    const written = quoted ?? raw ?? bare
    const value = quoted?.replace(/\\([\s\S])/g, '$1') ?? written
    const from = offset + end + (all.length - all.trimStart().length)
    end += all.length
    const to = offset + end
    const valueFrom = to - written.length - ((quoted ?? raw) === undefined ? 0 : 1)
    byName.set(name, {name, value, written, from, valueFrom, to})
    argument.lastIndex = end
  }
  return {attributes: [...byName.values()].sort((a, b) => a.from - b.from), end}
}
