import {decodeReferences} from './decode-references.ts'

/**
 * The tags of HTML, without those in what has no elements: slash, name and attributes of each. Each end is looked for once: what is never
 * closed would take the square of the length.
 */
export function* tagsOf(html: string): Iterable<RegExpExecArray> {
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

/** A tag, or the beginning of a comment. Tags of which nothing is to be known come first, since they are most of a page. */
const markup =
  /<(?:\/?(?:b|br|code|em|i|li|small|span|strong|tbody|td|th|thead|time|tr)(?: class="[^"<>]*")?>|!--|(\/?)([a-z][a-z\d-]*)([^'"<>]*(?:(?:"[^"]*"|'[^']*')[^'"<>]*)*)>)/gi

/** Ends of what has no elements. A drawing is a world of its own. */
const ends: ReadonlyMap<string, RegExp> = new Map(
  ['script', 'style', 'textarea', 'svg', 'math'].map((name) => [name, new RegExp(`</${name}\\s*>`, 'i')])
)
