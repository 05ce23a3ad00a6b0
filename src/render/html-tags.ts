import {decodeReferences} from './decode-references.ts'

/** A tag of HTML. */
export interface Tag {
  /** In lower case. */
  readonly name: string
  readonly isEnd: boolean
  /** What is written behind the name. */
  readonly attributes: string
  /** Offset of its `<`. */
  readonly start: number
  /** Offset behind its `>`. */
  readonly end: number
  /** Whether it is part of a drawing or a formula, whose elements are a world of their own. */
  readonly isDrawn: boolean
}

/**
 * The tags of HTML of which something may be to be known, without those in comments and in what has no elements. Each end is looked for
 * once: what is never closed would take the square of the length.
 */
export function tagsOf(html: string): ReadonlyArray<Tag> {
  const tags: Array<Tag> = []
  const unclosed = new Set<string>()
  let drawnEnd = 0
  let next = 0
  for (let start = tagStartOf(html, next); start !== -1; start = tagStartOf(html, next)) {
    next = start + 1
    if (html.startsWith('!--', next)) {
      next = html.indexOf('-->', next)
      if (next === -1) return tags
      continue
    }
    const isEnd = html[next] === '/'
    const nameStart = isEnd ? next + 1 : next
    const nameEnd = nameEndOf(html, nameStart)
    if (nameEnd === nameStart) continue
    const name = html.slice(nameStart, nameEnd).toLowerCase()
    const end = endOf(html, nameEnd)
    if (end === -1) continue
    next = end
    tags.push({name, isEnd, attributes: html.slice(nameEnd, end - 1), start, end, isDrawn: start < drawnEnd})
    const close = isEnd || unclosed.has(name) ? undefined : closes.get(name)
    if (close === undefined) continue
    const length = html.slice(end).search(close)
    if (length === -1) unclosed.add(name)
    else if (drawings.has(name)) drawnEnd = Math.max(drawnEnd, end + length)
    else next = end + length
  }
  return tags
}

/** Offset of the next `<` that may begin more than a plain tag; -1 where there is none. */
function tagStartOf(html: string, from: number): number {
  plainRun.lastIndex = from
  plainRun.test(html)
  return html.indexOf('<', plainRun.lastIndex)
}

/** The value of an attribute in what a tag has behind its name. */
export function attributeIn(attributes: string, name: 'id' | 'src' | 'lang' | 'rel'): string | undefined {
  // Most tags have none: to look for the name takes less than to match a pattern.
  if (!attributes.includes(name)) return undefined
  const [, double, single, bare] = patterns[name].exec(attributes) ?? []
  const value = double ?? single ?? bare
  return value === undefined ? undefined : decodeReferences(value)
}

const patterns = {id: patternOf('id'), src: patternOf('src'), lang: patternOf('lang'), rel: patternOf('rel')}

function patternOf(name: string): RegExp {
  return new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s"'=<>\`]+))`, 'i')
}

/**
 * Text and tags of elements of which nothing is to be known where they have a class at most: most of a page, and quick to pass as one. Not
 * of any number, since a pattern remembers each.
 */
const plainRun =
  /[^<]*(?:<\/?(?:b|br|code|em|i|li|small|span|strong|tbody|td|th|thead|time|tr)(?: class="[^"]*")?>[^<]*){0,500}/y

const drawings: ReadonlySet<string> = new Set(['svg', 'math'])

/** Ends of what has no elements, or others. */
const closes: ReadonlyMap<string, RegExp> = new Map(
  ['script', 'style', 'textarea', ...drawings].map((name) => [name, new RegExp(`</${name}\\s*>`, 'i')])
)

/** Where a name ends that begins at an offset: there, where none does. */
function nameEndOf(html: string, start: number): number {
  let end = start
  while (isOfName(html.charCodeAt(end), end === start)) end++
  return end
}

/** Whether a character is an ASCII letter, or one of those that may follow it in a name. */
function isOfName(code: number, isFirst: boolean): boolean {
  const lower = code | 0x20
  if (lower >= 0x61 && lower <= 0x7a) return true
  return !isFirst && ((code >= 0x30 && code <= 0x39) || code === 0x2d)
}

/** Where a tag ends whose name ends at an offset; -1 where it does not, before the next begins. */
function endOf(html: string, nameEnd: number): number {
  for (let offset = nameEnd; offset < html.length; offset++) {
    const character = html[offset]
    if (character === '>') return offset + 1
    if (character === '<') return -1
    if (character !== '"' && character !== "'") continue
    offset = html.indexOf(character, offset + 1)
    if (offset === -1) return -1
  }
  return -1
}
