import {inIncluded} from '#src/diagnostics/in-included.ts'
import type {Spot} from '#src/diagnostics/problem-at.ts'
import {hashText} from '#src/graph/hash.ts'
import {
  definePassingQuery,
  defineStoredQuery,
  defineTextQuery,
  type Query,
  type QueryContext
} from '#src/graph/query.ts'
import type {Fragment, ReferenceSlot} from '#src/model/fragment.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {Html} from '#src/model/view.ts'
import {withAbsoluteMarks} from '#src/render/absolute-marks.ts'
import {type FragmentImage, joinFragment, type SlotFillers} from '#src/render/join-fragment.ts'
import {toDestination} from '#src/render/render-markdown.ts'
import {toAbsolute, toHref} from '#src/routing/href.ts'
import {brokenReference, tooManyBroken} from '#src/routing/messages.ts'
import {isElsewhere, pathPart} from '#src/routing/resolve-reference.ts'
import {fileReference, referencesIn} from '#src/site/file-reference.ts'
import {damagedImage} from '../messages.ts'
import {componentFiller} from './components.ts'
import {frontMatter} from './defaults.ts'
import {fieldSpot} from './field-spot.ts'
import {imageSizeAt} from './images/image-sizes.ts'
import {shownImageAt} from './images/images.ts'
import {assetLengthInput, imageSizeInput, textsInput} from './inputs.ts'
import {addressOf, nearestAddress, nearestFile} from './links/addresses.ts'
import {
  isOwnFragment,
  missesMax,
  type Origin,
  originOf,
  referenceTo,
  resolveSlot,
  type Target,
  targetFinder
} from './links/references.ts'
import {basePath, baseUrl, imagesRules} from './settings.ts'
import {routeAt} from './site-routes.ts'

/** A body as HTML; reports its references that lead nowhere. */
export const body: Query<SourcePath, Html> = definePassingQuery(
  'body',
  (context, source) => {
    const origin = originOf(context, source, basePath)
    const fragment = context.read(textsInput, source)?.body
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
  const fragment = read(textsInput, source)?.excerpt
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
    for (const [field, written] of referencesIn(found?.frontMatter ?? {})) {
      const path = pathPart(fileReference(written, source))
      if (isElsewhere(written) || read(addressOf, path) !== undefined) continue
      const spot = fieldSpot(read, source, field)
      report([brokenReference(spot, written, nearestTo(path, spot))])
    }
    return null

    function nearestTo(path: string, {file: from}: Spot): string | undefined {
      if (path.startsWith('/')) return read(nearestAddress, path)
      const file = read(nearestFile, path)
      return file && from.startsWith('content/') ? referenceTo(file, from) : file
    }
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
    const {chunks, slots} = read(textsInput, source)?.markdown ?? {chunks: [], slots: []}
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

function absoluteText({read}: QueryContext, source: SourcePath, part: 'body' | 'excerpt'): Html {
  const context = {read, report: () => undefined}
  const origin = originOf(context, source, baseUrl)
  const own = toHref(origin.route, read(baseUrl, null))
  const fragment = read(textsInput, source)?.[part]
  const html = joined(context, origin, fragment, (address) => toAbsolute(address, own))
  return withAbsoluteMarks(html, own)
}

/** Whether a name is that of an image of pixels, which has a size. */
function isRasterImage(path: string): boolean {
  return /\.(?:avif|gif|jpe?g|png|webp)$/i.test(path)
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
  /** The first one that others before keep from being looked up. */
  let tooMany: ReferenceSlot | undefined
  const reference: SlotFillers['reference'] = (slot) => {
    if (slot.role === 'asset') checkImage(slot)
    const address = isOwnFragment(slot) ? slot.reference : resolveSlot(context, origin, slot, findTarget)
    if (findTarget.isOver()) tooMany ??= slot
    return address && show(address)
  }
  const html = joinFragment(fragment, {
    reference,
    image: ({sizeOf}) => imageOf(findTarget(sizeOf)),
    component: componentFiller(context, {source, route: origin.route, base, reference})
  })
  if (tooMany !== undefined) {
    context.report([inIncluded(tooManyBroken(source, tooMany.place, missesMax), tooMany.from)])
  }
  return html

  /** Reports a file that has the name of an image, and is none: where nothing is to be made of it, one that is surely none. */
  function checkImage({reference: written, place, from}: ReferenceSlot): void {
    const found = findTarget(written)?.found
    const route = found !== undefined && 'path' in found ? context.read(routeAt, found.path) : undefined
    if (route?.kind !== 'asset' || !isRasterImage(route.source)) return
    if (context.read(imageSizeInput, route.source) !== undefined) return
    const isEmpty = context.read(assetLengthInput, route.source) === 0
    if (!isEmpty && context.read(imagesRules, null) === false) return
    const problem = damagedImage(
      {file: source, ...(place && {place})},
      route.source,
      isEmpty ? 'it is empty' : 'it has no size'
    )
    context.report([inIncluded(problem, from)])
  }

  function imageOf(target: Target | undefined): FragmentImage {
    const rules = context.read(imagesRules, null)
    const size = imageSizeAt(context, target?.found)
    if (rules === false || size === undefined || target?.targets.suffix !== '') return {size}
    const {read} = context
    const hrefOf = (path: string): string => show(toHref(path, read(base, null)))
    const shown = shownImageAt({read}, target.found, hrefOf)
    if (shown === undefined || shown.sources.length === 0) return {size}
    const {color, sources, ...image} = shown
    // What shows a text elsewhere may not know the element, nor the attribute.
    const more = base === basePath ? {sources, ...(color !== undefined && {color})} : {sources: []}
    return {size, choice: {...image, ...more, sizes: rules.sizes}}
  }
}
