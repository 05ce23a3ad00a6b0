import {hashText} from '#src/graph/hash.ts'
import {
  definePassingQuery,
  defineStoredQuery,
  defineTextQuery,
  type Query,
  type QueryContext
} from '#src/graph/query.ts'
import type {Fragment} from '#src/model/fragment.ts'
import type {FrontMatter} from '#src/model/front-matter.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {Html} from '#src/model/view.ts'
import {withAbsoluteMarks} from '#src/render/absolute-marks.ts'
import {joinFragment, type SlotFillers} from '#src/render/join-fragment.ts'
import {toDestination} from '#src/render/render-markdown.ts'
import {toAbsolute, toHref} from '#src/routing/href.ts'
import {brokenReference} from '#src/routing/messages.ts'
import {isElsewhere} from '#src/routing/resolve-reference.ts'
import {fileReference, imageFields} from '#src/site/file-reference.ts'
import {addressOf} from './addresses.ts'
import {componentFiller} from './components.ts'
import {frontMatter} from './defaults.ts'
import {compiledBody, writtenMarkdown} from './documents.ts'
import {imageSizeAt} from './image-sizes.ts'
import {isOwnFragment, type Origin, originOf, resolveSlot, targetFinder} from './references.ts'
import {basePath, baseUrl} from './settings.ts'

/** A body as HTML; reports its references that lead nowhere. */
export const body: Query<SourcePath, Html> = definePassingQuery(
  'body',
  (context, source) => {
    const origin = originOf(context, source, basePath)
    const fragment = context.read(compiledBody, source)?.body
    return joined(context, origin, fragment, (address) => address)
  },
  hashText
)

/**
 * An excerpt as HTML, for other pages: its links within the page lead to the page itself. Its broken references are reported
 * by the body, which holds them too.
 */
export const excerpt: Query<SourcePath, Html> = defineStoredQuery('excerpt', ({read}, source) => {
  const context = {read, report: () => undefined}
  const origin = originOf(context, source, basePath)
  const own = toHref(origin.route, read(basePath, null))
  const fragment = read(compiledBody, source)?.excerpt
  return joined(context, origin, fragment, (address) => (address.startsWith('#') ? own + address : address))
})

/** A body for other places than the site, such as a feed: all links have the origin. Broken ones are reported by `body`. */
export const absoluteBody: Query<SourcePath, Html> = defineTextQuery('absoluteBody', (context, source) =>
  absoluteText(context, source, 'body')
)

/** An excerpt for other places than the site, such as a feed. */
export const absoluteExcerpt: Query<SourcePath, Html> = defineTextQuery(
  'absoluteExcerpt',
  (context, source) => absoluteText(context, source, 'excerpt')
)

/** Reports references of a page's front matter that lead nowhere: to images, and to translations. */
export const checkReferences: Query<SourcePath, null> = defineStoredQuery(
  'checkReferences',
  ({read, report}, source) => {
    const found = read(frontMatter, source)
    for (const [pointer, written] of referencesIn(found?.frontMatter ?? {})) {
      const [path = ''] = fileReference(written, source).split(/[?#]/)
      if (isElsewhere(written) || read(addressOf, path) !== undefined) continue
      const place = found?.places[`/${toSnakeCase(pointer)}`] ?? found?.places[`/${pointer}`]
      report([brokenReference(source, place, written)])
    }
    return null
  }
)

/** A body as its author wrote it, its addresses with the origin; empty where that is not kept. */
export const absoluteMarkdown: Query<SourcePath, string> = definePassingQuery(
  'absoluteMarkdown',
  ({read}, source) => {
    const context = {read, report: () => undefined}
    const origin = originOf(context, source, baseUrl)
    const own = toHref(origin.route, read(baseUrl, null))
    const findTarget = targetFinder(context, origin)
    const {chunks, slots} = read(writtenMarkdown, source) ?? {chunks: [], slots: []}
    let text = chunks[0] ?? ''
    slots.forEach((slot, index) => {
      const address = 'reference' in slot ? resolveSlot(context, origin, slot, findTarget) : undefined
      text +=
        (address === undefined ? '' : toDestination(toAbsolute(address, own))) + (chunks[index + 1] ?? '')
    })
    return text
  },
  hashText
)

/** Each with the pointer to it in camelCase. */
function referencesIn({
  translations = {},
  ...fields
}: Partial<FrontMatter>): ReadonlyArray<readonly [string, string]> {
  const images = imageFields.flatMap((field) => {
    const written = fields[field]
    return written === undefined ? [] : [[field, written] as const]
  })
  const pages = Object.entries(translations).map(
    ([language, written]) => [`translations/${language}`, written] as const
  )
  return [...images, ...pages]
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function absoluteText({read}: QueryContext, source: SourcePath, part: 'body' | 'excerpt'): Html {
  const context = {read, report: () => undefined}
  const origin = originOf(context, source, baseUrl)
  const own = toHref(origin.route, read(baseUrl, null))
  const fragment = read(compiledBody, source)?.[part]
  const html = joined(context, origin, fragment, (address) => toAbsolute(address, own))
  return withAbsoluteMarks(html, own)
}

/** A fragment as HTML, its addresses as `show` has them. */
function joined(
  context: QueryContext,
  origin: Origin,
  fragment: Fragment | undefined,
  show: (address: string) => string
): Html {
  if (fragment === undefined) return '' as Html
  const {source, base} = origin
  const findTarget = targetFinder(context, origin)
  const reference: SlotFillers['reference'] = (slot) => {
    const address = isOwnFragment(slot) ? slot.reference : resolveSlot(context, origin, slot, findTarget)
    return address && show(address)
  }
  return joinFragment(fragment, {
    reference,
    size: ({sizeOf}) => imageSizeAt(context, findTarget(sizeOf)?.found),
    component: componentFiller(context, {source, base, reference})
  })
}
