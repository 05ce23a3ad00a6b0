import {attributeIn, type Tag, tagsOf} from './html-tags.ts'

/** What is wrong with the elements of a page. */
export type HtmlFault =
  | {readonly kind: 'duplicate-id'; readonly id: string}
  /** A link or button within another. */
  | {readonly kind: 'nested'; readonly inner: string; readonly outer: string}
  /** A link or button without an end. */
  | {readonly kind: 'unclosed'; readonly name: string}
  /** What ends the paragraph that it stands in. */
  | {readonly kind: 'block'; readonly name: string}
  | {readonly kind: 'image'; readonly address: string}

/** Stands where other HTML is put in. */
export const hole = '<galley-hole>'

const holeName = 'galley-hole'

/** What a hole stands in. */
export interface Hole {
  readonly isParagraph: boolean
  /** The link or button around it. */
  readonly outer: string | undefined
}

/** The elements of a piece of HTML. */
export interface InspectedHtml {
  /** Each once, in order. */
  readonly faults: ReadonlyArray<HtmlFault>
  readonly ids: ReadonlySet<string>
  readonly holes: ReadonlyArray<Hole>
  /** Whether it is a whole document. */
  readonly isDocument: boolean
  readonly hasLanguage: boolean
  readonly hasTitle: boolean
  readonly hasCanonical: boolean
}

/** Elements that may not stand in each other. */
export const interactive: ReadonlySet<string> = new Set(['a', 'button'])

/** Elements before which a browser ends an open paragraph. */
export const blocks: ReadonlySet<string> = new Set(
  `address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
  header hr main menu nav ol p pre search section table ul`.split(/\s+/)
)

/**
 * Look at finished HTML.
 *
 * @param tags
 *   Its tags. Default: they are looked for.
 */
export function inspectHtml(html: string, tags: ReadonlyArray<Tag> = tagsOf(html)): InspectedHtml {
  const faults = new Map<string, HtmlFault>()
  const ids = new Set<string>()
  const holes: Array<Hole> = []
  const open: Array<string> = []
  const found = {isDocument: false, hasLanguage: false, hasTitle: false, hasCanonical: false}
  let isParagraph = false
  for (const {name, isEnd, attributes, end, isDrawn} of tags) {
    if (isDrawn) continue
    if (blocks.has(name)) lookAtBlock(name, !isEnd)
    if (interactive.has(name)) lookAtInteractive(name, !isEnd)
    if (isEnd || attributes === '') {
      if (name === holeName && !isEnd) holes.push({isParagraph, outer: open.at(-1)})
      if (name === 'title') found.hasTitle ||= !isEnd && hasText(end)
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
  for (const name of open) note({kind: 'unclosed', name})
  const isDocument = /<html[\s>]/i.test(html.slice(0, headMax))
  return {...found, isDocument, ids, holes, faults: [...faults.values()]}

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

/** A document begins with its type and its first tag. */
const headMax = 200
