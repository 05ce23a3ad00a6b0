import type {Place} from '#src/diagnostics/diagnostic.ts'
import {defineQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import {rebaseUrl} from '#src/markdown/includes/rebase-url.ts'
import type {Fragment, ReferenceSlot} from '#src/model/fragment.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {readWikilink} from '#src/model/wikilink.ts'
import {isElsewhere, referenceTargets} from '#src/routing/resolve-reference.ts'
import {referencesIn} from '#src/site/file-reference.ts'
import {frontMatter} from '../defaults.ts'
import {fieldPlace} from '../field-spot.ts'
import {textsInput} from '../inputs.ts'
import {basePath, baseUrl, isAddressKnown} from '../settings.ts'
import {routeAt} from '../site-routes.ts'
import {address} from './address.ts'
import {routeNear} from './addresses.ts'
import {originOf} from './references.ts'
import {resolveWikilink} from './wikilinks.ts'

/** A reference of a text to a file of the site. */
export interface LinkTarget {
  /** As written, percent-encoded where it stems from Markdown; of a wikilink the name. */
  readonly reference: string
  /** In `file`; absent when it does not stem from the text. */
  readonly place?: Place
  /** The text, or the file that it includes. */
  readonly file: SourcePath
  readonly target: SourcePath
  /** What the reference names: the file, its address, or its name. */
  readonly by: 'file' | 'address' | 'name'
  /** What follows `#`, decoded; absent where nothing does. */
  readonly fragment?: string
  /** What stands before the reference where it has the origin of the site: `https://example.org`. */
  readonly origin?: string
}

/** The references of a text and of its front matter to files of the site and to parts of them, those that lead nowhere left out. */
export const linkTargets: Query<SourcePath, ReadonlyArray<LinkTarget>> = defineQuery(
  'linkTargets',
  (context, source) => {
    const {read} = context
    const document = read(textsInput, source)
    const route = originOf(context, source, basePath).route
    const links: Array<LinkTarget> = []
    if (document !== undefined) collect(document.body)
    const base = read(baseUrl, null)
    const externalLinks = read(isAddressKnown, null) ? (document?.facts.externalLinks ?? []) : []
    for (const {href, ...spot} of externalLinks) {
      if (href.startsWith(base))
        add({...spot, reference: `/${href.slice(base.length)}`, origin: base.slice(0, -1)})
    }
    const own = read(frontMatter, source)
    for (const [field, reference] of referencesIn(own?.frontMatter ?? {})) {
      add({reference, place: fieldPlace(read, source, field)})
    }
    const related = own?.frontMatter.related ?? []
    for (const [index, reference] of (related === false ? [] : related).entries()) {
      add({reference, place: fieldPlace(read, source, ['related', index])})
    }
    return links

    function collect({slots}: Fragment): void {
      for (const slot of slots) {
        if ('component' in slot) {
          collect(slot.children)
          for (const {value, place} of slot.attributes) {
            // Which of them are addresses their components know; a text that is the path of a file is one.
            if (/^[^\s]*\.[a-z]+$/i.test(value)) add({reference: value, place, from: slot.from})
          }
        } else if ('reference' in slot) add(slot)
      }
    }

    function add(link: {
      readonly reference: string
      readonly place?: Place | undefined
      readonly from?: ReferenceSlot['from']
      readonly origin?: string
    }): void {
      const {reference, from, place, origin} = link
      const wikilink = readWikilink(reference)
      if (isElsewhere(reference) && wikilink === undefined) return
      // What no author wrote, as the links that headings are to themselves.
      if (reference.startsWith('#') && place === undefined) return
      const found = find(context, reference, {source, route})
      if (found === undefined) return
      const written = from === undefined ? reference : rebaseUrl(reference, source, from.path)
      links.push({
        ...found,
        reference: wikilink?.name ?? written,
        file: from?.path ?? source,
        ...fragmentOf(wikilink?.heading ?? decoded(/#(.*)$/s.exec(reference)?.[1] ?? '')),
        ...(origin === undefined ? {} : {origin}),
        ...(place === undefined ? {} : {place})
      })
    }
  }
)

function find(
  {read}: Pick<QueryContext, 'read'>,
  reference: string,
  origin: {readonly source: SourcePath; readonly route: RoutePath}
): Pick<LinkTarget, 'target' | 'by'> | undefined {
  const wikilink = readWikilink(reference)
  if (wikilink !== undefined) {
    const context = {read, report: () => undefined}
    const named = resolveWikilink(
      context,
      {...wikilink, heading: ''},
      {source: origin.source, place: undefined}
    )
    return atRoute(named?.path, 'name')
  }
  const targets = referenceTargets(reference, origin)
  if (targets === undefined) return undefined
  const route = targets.routes.map((path) => routeNear(read, path)).find((path) => path !== undefined)
  const file = targets.sources.find((path) => read(address, path) !== undefined)
  const byFile = file && {target: file, by: 'file' as const}
  return targets.isAddress ? (atRoute(route, 'address') ?? byFile) : (byFile ?? atRoute(route, 'address'))

  function atRoute(path: RoutePath | undefined, by: LinkTarget['by']): ReturnType<typeof find> {
    const found = path && read(routeAt, path)
    const target = found && 'source' in found ? found.source : undefined
    return target && {target, by}
  }
}

function fragmentOf(fragment: string): Pick<LinkTarget, 'fragment'> {
  return fragment === '' ? {} : {fragment}
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
