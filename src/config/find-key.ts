import type {Place} from '#src/diagnostics/diagnostic.ts'

/** Names and 0-based indices from the root of a configuration to one of its values. */
export type KeyPath = ReadonlyArray<string | number>

/**
 * Place of the key, or of the list's item, that `path` leads to in the text of a configuration, be it TypeScript,
 * JavaScript or JSON.
 *
 * The text is read loosely, not parsed: the key wins whose surroundings agree with the longest end of `path`; among
 * equals one at the same depth, then the first. So a part that stands in a variable of its own is found too.
 *
 * @returns
 *   `undefined` when no such key is written.
 */
export function findKey(text: string, path: KeyPath): Place | undefined {
  const last = path.at(-1)
  if (last === undefined) return undefined
  let best: Key | undefined
  // An index alone says nothing: some list always has a first item.
  let bestScore = typeof last === 'number' ? 1.5 : 0.5
  for (const key of keysOf(text)) {
    // Half a point for the same depth: `order` itself comes before the `order` of a section.
    const score = commonEnd(key.path, path) + (key.path.length === path.length ? 0.5 : 0)
    if (score > bestScore) {
      best = key
      bestScore = score
    }
  }
  if (best !== undefined) return placeOf(text, best)
  return typeof last === 'number' ? findKey(text, path.slice(0, -1)) : undefined
}

/** A path as people write it: `menus.main[0].url`. */
export function keyText(path: KeyPath): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text === '' ? part : `${text}.${part}`
  }, '')
}

interface Key {
  readonly path: KeyPath
  readonly start: number
  readonly end: number
}

/** An open bracket. `key` and `index` tell where in it the scan is. */
interface Frame {
  readonly bracket: string
  readonly path: KeyPath
  key: string | undefined
  index: number
  isItemStarted: boolean
}

const token =
  /\/\/.*|\/\*[\s\S]*?\*\/|`(?:\\[\s\S]|[^`\\])*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[\p{ID_Start}$_][\p{ID_Continue}$]*|\S/gu

/** Every key of an object and item of a list, with the path that its brackets give it. */
function keysOf(text: string): ReadonlyArray<Key> {
  const keys: Array<Key> = []
  const root = open('', [])
  const frames = [root]
  for (const match of text.matchAll(token)) {
    const [word] = match
    if (/^\/[/*]/.test(word)) continue
    const frame = frames.at(-1) ?? root
    const start = match.index
    const end = start + word.length
    if (/^[})\]]$/.test(word)) {
      if (frames.length > 1) frames.pop()
    } else if (word === ',' || word === ';') {
      frame.key = undefined
      frame.index++
      frame.isItemStarted = false
    } else {
      if (frame.bracket === '[' && !frame.isItemStarted) {
        frame.isItemStarted = true
        keys.push({path: [...frame.path, frame.index], start, end})
      }
      if (/^[{[(]$/.test(word)) frames.push(open(word, pathWithin(frame)))
      else if (frame.bracket === '{' && frame.key === undefined && isKey(text, word, start, end)) {
        frame.key = /^['"]/.test(word) ? word.slice(1, -1) : word
        keys.push({path: [...frame.path, frame.key], start, end})
      }
    }
  }
  return keys
}

function open(bracket: string, path: KeyPath): Frame {
  return {bracket, path, key: undefined, index: 0, isItemStarted: false}
}

function pathWithin({bracket, path, key, index}: Frame): KeyPath {
  if (bracket === '[') return [...path, index]
  return key === undefined ? path : [...path, key]
}

/** Whether the word is written as a key: `a: 1`, `'a': 1`, the shorthand `a`, or the method `a()`. */
function isKey(text: string, word: string, start: number, end: number): boolean {
  const isName = /^['"\p{ID_Start}$_]/u.test(word)
  return isName && text[start - 1] !== '.' && /^\s*[:,}(]/.test(text.slice(end, end + lookAhead))
}

/** Characters between a key and its colon: more white space than anybody leaves there. */
const lookAhead = 100

function commonEnd(a: KeyPath, b: KeyPath): number {
  let count = 0
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count++
  return count
}

function placeOf(text: string, {start, end}: Key): Place {
  const before = text.slice(0, start).split(/\r\n|\n|\r/)
  const column = (before.at(-1) ?? '').length + 1
  return {line: before.length, column, endLine: before.length, endColumn: column + end - start}
}
