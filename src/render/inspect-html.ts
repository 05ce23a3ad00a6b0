import {decodeReferences} from './decode-references.ts'

/** What is wrong with the elements of a page. */
export type HtmlFault =
  | {readonly kind: 'duplicate-id'; readonly id: string}
  /** A link or button within another. */
  | {readonly kind: 'nested'; readonly inner: string; readonly outer: string}
  /** What ends the paragraph that it stands in. */
  | {readonly kind: 'block'; readonly name: string}
  | {readonly kind: 'image'; readonly address: string}

/** The elements of a piece of HTML. */
export interface InspectedHtml {
  /** Each once, in order. */
  readonly faults: ReadonlyArray<HtmlFault>
  readonly ids: ReadonlySet<string>
  /** Whether it is a whole document. */
  readonly isDocument: boolean
  readonly hasLanguage: boolean
  readonly hasTitle: boolean
  readonly hasCanonical: boolean
}

/** A tag, or the beginning of a comment. Tags of which nothing is to be known come first, since they are most of a page. */
const markup =
  /<(?:\/?(?:b|br|code|em|i|li|small|span|strong|tbody|td|th|thead|time|tr)(?: class="[^"<>]*")?>|!--|(\/?)([a-z][a-z\d-]*)([^'"<>]*(?:(?:"[^"]*"|'[^']*')[^'"<>]*)*)>)/gi

/** Ends of what has no elements. A drawing is a world of its own. */
const ends: ReadonlyMap<string, RegExp> = new Map(
  ['script', 'style', 'textarea', 'svg', 'math'].map((name) => [name, new RegExp(`</${name}\\s*>`, 'i')])
)

const interactive: ReadonlySet<string> = new Set(['a', 'button'])

/** Elements before which a browser ends an open paragraph. */
const blocks: ReadonlySet<string> = new Set(
  `address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
  header hr main menu nav ol p pre search section table ul`.split(/\s+/)
)

/** Look at the tags of finished HTML, in one pass. */
export function inspectHtml(html: string): InspectedHtml {
  const faults = new Map<string, HtmlFault>()
  const ids = new Set<string>()
  const open: Array<string> = []
  const found = {isDocument: false, hasLanguage: false, hasTitle: false, hasCanonical: false}
  let isParagraph = false
  for (const match of tagsOf(html)) {
    const [, slash, written = '', attributes = ''] = match
    const name = written.toLowerCase()
    if (blocks.has(name)) lookAtBlock(name, slash === '')
    if (interactive.has(name)) lookAtInteractive(name, slash === '')
    if (slash !== '' || attributes === '') {
      if (name === 'title') found.hasTitle ||= slash === '' && hasText(match.index + match[0].length)
      continue
    }
    const id = attributeIn(attributes, 'id')
    if (id !== undefined && ids.has(id)) note({kind: 'duplicate-id', id})
    if (id !== undefined) ids.add(id)
    if (name === 'img' && !/\salt\b/i.test(attributes)) {
      note({kind: 'image', address: attributeIn(attributes, 'src') ?? ''})
    }
    if (name === 'html') found.hasLanguage = (attributeIn(attributes, 'lang') ?? '') !== ''
    if (name === 'link') found.hasCanonical ||= attributeIn(attributes, 'rel') === 'canonical'
  }
  return {...found, isDocument: /<html[\s>]/i.test(html.slice(0, headMax)), ids, faults: [...faults.values()]}

  function lookAtBlock(name: string, isStart: boolean): void {
    if (isParagraph && isStart) note({kind: 'block', name})
    isParagraph = isStart && name === 'p'
  }

  function lookAtInteractive(name: string, isStart: boolean): void {
    const outer = open.at(-1)
    if (!isStart) open.splice(Math.max(open.lastIndexOf(name), 0))
    else {
      if (outer !== undefined) note({kind: 'nested', inner: name, outer})
      open.push(name)
    }
  }

  function hasText(offset: number): boolean {
    return html.slice(offset, html.indexOf('<', offset)).trim() !== ''
  }

  function note(fault: HtmlFault): void {
    faults.set(JSON.stringify(fault), fault)
  }
}

/** Tags, without those in what has no elements. Each end is looked for once: what is never closed would take the square of the length. */
function* tagsOf(html: string): Iterable<RegExpExecArray> {
  const unclosed = new Set<string>()
  const tag = new RegExp(markup)
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    const [, slash, written] = match
    if (written === undefined) {
      if (!match[0].startsWith('<!')) continue
      const end = html.indexOf('-->', tag.lastIndex)
      if (end === -1) return
      tag.lastIndex = end
      continue
    }
    const name = written.toLowerCase()
    const end = slash === '' && !unclosed.has(name) ? ends.get(name) : undefined
    const length = end === undefined ? -1 : html.slice(tag.lastIndex).search(end)
    if (end === undefined || length === -1) yield match
    if (end !== undefined && length === -1) unclosed.add(name)
    if (length !== -1) tag.lastIndex += length
  }
}

/** Ids of HTML that a part of it does not have. */
export function idsBeside(html: string, part: string): ReadonlyArray<string> {
  if (!html.includes('id=')) return []
  const {ids} = inspectHtml(part)
  return [...inspectHtml(html).ids].filter((id) => !ids.has(id))
}

/** A document begins with its type and its first tag. */
const headMax = 200

function attributeIn(attributes: string, name: 'id' | 'src' | 'lang' | 'rel'): string | undefined {
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
