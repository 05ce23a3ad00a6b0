/** Elements that change nothing around them as long as they are closed, inside of a paragraph. */
const phrasingNames: ReadonlySet<string> = new Set(
  `abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time tt u var`.split(
    ' '
  )
)

/** Those that do so between blocks. */
const flowNames: ReadonlySet<string> = new Set(
  `${[...phrasingNames].join(' ')} a address article aside audio center details div figcaption figure footer header
  iframe main nav picture section summary video`.split(/\s+/)
)

const voidNames: ReadonlySet<string> = new Set(['br', 'img', 'source', 'track', 'wbr'])

const customName = /^[a-z][a-z\d]*(?:-[a-z\d]+)+$/

/** A comment, a start tag or an end tag, written so plainly that there is one way to read it. */
const markup =
  /<!--(?!-?>)(?:(?!--!?>)[\s\S])*-->|<([a-z][a-z\d-]*)((?:\s+[a-z][a-z\d:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*>|<\/([a-z][a-z\d-]*)>/g

/** Attributes that other elements, links or headings may depend on. */
const referable = /\s(?:id|name|aria-[a-z]+)\b/

/** Where raw HTML stands. */
export type HtmlSpot = 'flow' | 'phrasing'

const openMax = 20

/** The patterns may take quadratic time. */
const lengthMax = 4_000

/**
 * Read the tags of a stretch of raw HTML.
 *
 * @param before
 *   Names of the elements that are open before it, outermost first.
 * @returns
 *   Names of those open after it; `undefined` when it might do more than to open and close harmless elements.
 */
export function readTags(
  html: string,
  spot: HtmlSpot,
  before: ReadonlyArray<string>
): ReadonlyArray<string> | undefined {
  if (html.length > lengthMax) return undefined
  const names = spot === 'flow' ? flowNames : phrasingNames
  const open = [...before]
  let end = 0
  for (const match of html.matchAll(markup)) {
    const [all, startName, attributes = '', endName] = match
    if (html.slice(end, match.index).includes('<') || referable.test(attributes)) return undefined
    end = match.index + all.length
    if (endName !== undefined && open.pop() !== endName) return undefined
    if (startName === undefined || voidNames.has(startName)) continue
    const isKnown = names.has(startName) || customName.test(startName)
    const isLinkInLink = startName === 'a' && open.includes('a')
    // What stands inside of an `iframe` is not HTML.
    const isFilledFrame = startName === 'iframe' && !html.startsWith('</iframe>', end)
    if (!isKnown || isLinkInLink || isFilledFrame || open.length >= openMax) return undefined
    open.push(startName)
  }
  // Markdown inside of an open link might have a link.
  return html.slice(end).includes('<') || open.includes('a') ? undefined : open
}
