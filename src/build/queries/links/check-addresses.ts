import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {defineQuery, defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import {paramPlace, placeFinder} from '#src/model/front-matter-places.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import type {JsonValue} from '#src/model/json.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {findAddresses} from '#src/render/find-addresses.ts'
import type {Tag} from '#src/render/html-tags.ts'
import {bundledFolder} from '#src/routing/bundled-path.ts'
import {toHref} from '#src/routing/href.ts'
import {
  addressOutside,
  brokenAddress,
  indirectAddress,
  type Sighting,
  unnamedFile
} from '#src/routing/messages.ts'
import {isElsewhere, pathPart} from '#src/routing/resolve-reference.ts'
import {decodeAddress} from '#src/routing/route-path.ts'
import {withoutMarks} from '#src/routing/url-style.ts'
import {fileReference, referencesIn} from '#src/site/file-reference.ts'
import {idOf} from '#src/site/fragment-links.ts'
import {frontMatter} from '../defaults.ts'
import {ownFrontMatter} from '../documents.ts'
import {sourcesInput} from '../inputs.ts'
import {baseUrl, hasSearch, ownBasePath} from '../settings.ts'
import type {AddressNotes} from './address-notes.ts'
import {addressOf, nearestAddress} from './addresses.ts'
import {configReferences} from './config-references.ts'
import {wantedPart} from './wanted-parts.ts'

/** What a template made. */
export interface RenderedHtml {
  readonly html: string
  /** Of the HTML. */
  readonly tags: ReadonlyArray<Tag>
  readonly template: Pick<LoadedTemplate, 'file' | 'find'>
  /** Address of the page that it stands on, without the base path. */
  readonly path: string
  /** Of the text of that page, whose front matter may have given the template an address. */
  readonly source?: SourcePath | undefined
  readonly notes: AddressNotes
}

/**
 * Reports addresses that a template writes and that lead nowhere, at the template, or at the front matter that it has them from. What the site itself answered is right, so that hardly
 * any address has to be looked up.
 *
 * Diagnostics, all warnings: `routing/broken-reference`, `routing/indirect-address`, `routing/outside-site`.
 *
 * @returns
 *   Links to parts of the page itself, `#part`, which are not looked at.
 */
export function checkAddresses(
  {read, report}: QueryContext,
  {html, tags, template, path, source, notes}: RenderedHtml
): ReadonlyArray<string> {
  const ownParts: Array<string> = []
  for (const written of findAddresses(html, tags, notes.inserted)) {
    const address = withoutMarks(written)
    if (address.startsWith('#')) ownParts.push(address)
    if (address === '' || address.startsWith('#')) continue
    if (address.includes('#')) notePart(address)
    const problem = notes.answered.has(written) ? undefined : problemOf(address, notes.missed.get(written))
    if (problem !== undefined) report([problem])
  }
  return ownParts

  /** Have it looked at when all pages are known whether the page has that part. */
  function notePart(written: string): void {
    const url = urlOf(written)
    const id = idOf(written)
    const base = read(ownBasePath, null)
    if (url === undefined || id === undefined || !url.pathname.startsWith(base)) return
    const found = read(addressOf, `/${url.pathname.slice(base.length)}`)
    if (found !== undefined) read(wantedPart, {path: found, id, file: template.file, written})
  }

  function problemOf(address: string, missed: string | undefined): Diagnostic | undefined {
    if (missed !== undefined) {
      const isTold = read(isToldElsewhere, pathPart(missed))
      return isTold ? undefined : brokenAddress(sightingOf(missed), read(nearestAddress, pathPart(missed)))
    }
    const url = urlOf(address)
    const base = read(ownBasePath, null)
    if (url === undefined) return undefined
    if (!`${url.pathname}/`.startsWith(base)) return addressOutside(sightingOf(address), base)
    const target = `/${url.pathname.slice(base.length)}`.replace(/\/index\.html$/, '/')
    const found = isPart(target) ? undefined : read(addressOf, target)
    if (found?.startsWith(bundledFolder)) return unnamedFile(sightingOf(address))
    if (found !== undefined && isHop(target, found)) return indirectAddress(sightingOf(address), found)
    const isRight = found !== undefined || isPart(target) || read(isToldElsewhere, pathPart(address))
    return isRight ? undefined : brokenAddress(sightingOf(address), read(nearestAddress, target))
  }

  /** An address as a browser takes it; `undefined` where it is not on this host, or not well-formed. */
  function urlOf(address: string): URL | undefined {
    const own = new URL(withoutMarks(read(baseUrl, null)))
    const isOwn = !isElsewhere(address) || address.startsWith(`${own.origin}${own.pathname}`)
    const from = new URL(toHref(path, read(ownBasePath, null)), own)
    return isOwn && URL.canParse(address, from) ? new URL(address, from) : undefined
  }

  /** Whether something is there that has no route: the files of the search. */
  function isPart(target: string): boolean {
    return target.startsWith('/pagefind/') && read(hasSearch, null)
  }

  function sightingOf(written: string): Sighting {
    const given = source && paramSpot(read, source, written)
    const spot = given ?? template.find?.(written) ?? {file: template.file, place: undefined}
    return {...spot, written, path}
  }
}

/** Where a source has a text among the fields that only templates know. */
function paramSpot(
  read: QueryContext['read'],
  source: SourcePath,
  text: string
): Pick<Sighting, 'file' | 'place'> | undefined {
  const own = read(ownFrontMatter, source)
  const keys = own && pathTo(text, own.frontMatter.params)
  const place = keys && paramPlace(placeFinder(own.places), keys)
  return place && {file: source, place}
}

/** Keys that lead to the first place of a text in a value. */
function pathTo(text: string, value: JsonValue): ReadonlyArray<string> | undefined {
  if (value === text) return []
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, child] of Object.entries(value)) {
    const rest = pathTo(text, child)
    if (rest !== undefined) return [key, ...rest]
  }
  return undefined
}

/** Whether a reference stands in the configuration or in front matter, where it is reported if it leads nowhere. */
export const isToldElsewhere: Query<string, boolean> = defineStoredQuery(
  'isToldElsewhere',
  ({read}, target) => Object.hasOwn(read(toldAddresses, null), target)
)

/** What the configuration and front matter refer to, without queries and fragments. */
export const toldAddresses: Query<null, Readonly<Record<string, true>>> = defineQuery(
  'toldAddresses',
  ({read}) => {
    const references = (read(sourcesInput, null) ?? []).flatMap((source) =>
      referencesIn(read(frontMatter, source)?.frontMatter ?? {}).map(([, written]) =>
        fileReference(written, source)
      )
    )
    return Object.fromEntries(
      [...read(configReferences, null).map(({url}) => url), ...references].map((reference) => [
        pathPart(reference),
        true
      ])
    )
  }
)

/** Whether a host would forward from an address to the one that was found. */
function isHop(target: string, found: RoutePath): boolean {
  const path = decodeAddress(target).normalize('NFC')
  return path !== found && `${path}.html` !== found
}
