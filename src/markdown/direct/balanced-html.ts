import type {HtmlToken} from './html-tokens.ts'

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

/** Attributes that other elements, links or headings may depend on. */
const referable = /\s(?:id|name|aria-[a-z]+)\b/

/** Where raw HTML stands. */
export type HtmlSpot = 'flow' | 'phrasing'

const openMax = 20

/**
 * Follow the tags of a stretch of raw HTML.
 *
 * @param before
 *   Names of the elements that are open before it, outermost first.
 * @returns
 *   Names of those open after it; `undefined` when it might do more than to open and close harmless elements.
 */
export function followTags(
  tokens: ReadonlyArray<HtmlToken>,
  spot: HtmlSpot,
  before: ReadonlyArray<string>
): ReadonlyArray<string> | undefined {
  const names = spot === 'flow' ? flowNames : phrasingNames
  const open = [...before]
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'end' && open.pop() !== token.name) return undefined
    if (token.kind !== 'start') continue
    const {name, attributes} = token
    if (referable.test(attributes)) return undefined
    if (isVoid(name)) continue
    const isKnown = names.has(name) || customName.test(name)
    const isLinkInLink = name === 'a' && open.includes('a')
    // What stands inside of an `iframe` is not HTML.
    const isFilledFrame = name === 'iframe' && tokens[index + 1]?.kind !== 'end'
    if (!isKnown || isLinkInLink || isFilledFrame || open.length >= openMax) return undefined
    open.push(name)
  }
  // Markdown inside of an open link might have a link.
  return open.includes('a') ? undefined : open
}

/** Whether an element has no end tag. */
export function isVoid(name: string): boolean {
  return voidNames.has(name)
}
