import type {Entry, MappingTree, ScalarTree, Tree} from './tree.ts'

/** UTF-16 code units of a text that is read here: far below every limit on front matter. */
const lengthMax = 10_000

/** The form that nearly all lines of front matter have: `name: value`, or `name:` alone or before a list. */
const entryLine = /([A-Za-z][\w-]{0,99}):(?: +(\S(?:.*\S)?))? *(?:\r?\n|$)/y

/** A line without meaning. A comment that is indented may belong to a list. */
const emptyLine = /(?: *|#.*)(?:\r?\n|$)/y

/** One item of a list: `  - value`. */
const itemLine = /( *)- +(\S(?:.*\S)?) *(?:\r?\n|$)/y

/** What is invisible, and lone surrogates. */
const control = /[^\P{C}\r\n]/u

const quoted = /^(?:"[^"\\]*"|'(?:[^']|'')*')$/u

/** Text without quotes: no sign at its start, and neither `: ` nor ` #`. */
const plain = /^[\p{L}\p{N}/(](?:[^:#]|:(?=[^ ])|(?<=[^ ])#)*$/u

/** One item of a list in brackets, with fewer signs than YAML allows. */
const flowItem = /( *)("[^"\\]*"|'(?:[^']|'')*'|[\p{L}\p{N}/(](?:[^,[\]{}:#"']*[^,[\]{}:#"' ])?) *(,|$)/uy

/** An integer that is written as JavaScript writes it. */
const integer = /^(?:0|[1-9]\d{0,14})$/

/** Words that are values, or so near to one that YAML has the say. */
const valueWord = /^(?:true|false|null)$/i

/**
 * The tree of a YAML text in its plainest form: a mapping of names to text, numbers, `true`, `false` and nothing, all on one
 * line, and lists of such.
 *
 * A document of `yaml` is made of tokens, a syntax tree and nodes, at ten times the cost, and nearly all front matter is
 * plain. The tree is the one that the parser's document gives, but for the range of the whole, which is that of the text.
 *
 * @returns
 *   `undefined` where the text is anything else, or where it is not plain to see what it is.
 */
export function plainTree(text: string): MappingTree | undefined {
  if (text.length > lengthMax || control.test(text)) return undefined
  const entries = new Map<string, Entry>()
  let offset = 0
  while (offset < text.length) {
    const line = matchAt(entryLine, text, offset) ?? matchAt(emptyLine, text, offset)
    if (line === null) return undefined
    const [whole, name, written] = line
    const lineEnd = offset + whole.length
    if (name === undefined) {
      offset = lineEnd
      continue
    }
    const keyEnd = offset + name.length
    const list = written === undefined ? listBelow(text, lineEnd) : undefined
    const value =
      written === undefined
        ? (list ?? nothingAt(offset + whole.search(/[\r\n]|$/)))
        : valueTree(written, text.indexOf(written, keyEnd + 1))
    if (value === undefined || entries.has(name)) return undefined
    entries.set(name, {value, start: offset, end: keyEnd})
    offset = list?.end ?? lineEnd
  }
  return entries.size === 0 ? undefined : {kind: 'mapping', entries, start: 0, end: text.length}
}

/** A field without a value. */
function nothingAt(offset: number): ScalarTree {
  return {kind: 'scalar', value: null, start: offset, end: offset}
}

/** The list whose first item is on the line that starts at `start`; to the end of the last item's line. */
function listBelow(text: string, start: number): Tree | undefined {
  const items: Array<Tree> = []
  let indentation: string | undefined
  let offset = start
  for (;;) {
    const line = matchAt(itemLine, text, offset)
    if (line === null) break
    const [whole, blanks = '', written = ''] = line
    indentation ??= blanks
    const item = scalarTree(written, text.indexOf(written, offset + blanks.length + 1))
    if (item === undefined || blanks !== indentation) return undefined
    items.push(item)
    offset += whole.length
  }
  if (indentation === undefined) return undefined
  return {kind: 'list', items, start: start + indentation.length, end: offset}
}

function valueTree(written: string, start: number): Tree | undefined {
  return written.startsWith('[') ? flowList(written, start) : scalarTree(written, start)
}

function flowList(written: string, start: number): Tree | undefined {
  const end = start + written.length
  if (!written.endsWith(']')) return undefined
  const inner = written.slice(1, -1)
  const items: Array<Tree> = []
  let offset = 0
  let isMore = inner !== ''
  while (isMore) {
    const match = matchAt(flowItem, inner, offset)
    if (match === null) return undefined
    const [whole, blanks = '', text = '', separator] = match
    const item = scalarTree(text, start + 1 + offset + blanks.length)
    if (item === undefined) return undefined
    items.push(item)
    offset += whole.length
    isMore = separator === ','
  }
  return {kind: 'list', items, start, end}
}

function scalarTree(written: string, start: number): ScalarTree | undefined {
  const value = scalarValue(written)
  return value === undefined ? undefined : {kind: 'scalar', value, start, end: start + written.length}
}

function scalarValue(written: string): string | number | boolean | undefined {
  if (quoted.test(written)) {
    const text = written.slice(1, -1)
    return written.startsWith("'") ? text.replaceAll("''", "'") : text
  }
  if (integer.test(written)) return Number(written)
  if (written === 'true' || written === 'false') return written === 'true'
  return plain.test(written) && !valueWord.test(written) && !mayBeNumber(written) ? written : undefined
}

/** Of what starts with a digit, only dates and words are text for sure. */
function mayBeNumber(written: string): boolean {
  return /^\d/.test(written) && !/^\d{4}-\d\d-\d\d| /.test(written)
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset
  return pattern.exec(text)
}
