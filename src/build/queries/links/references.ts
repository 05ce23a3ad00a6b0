import {inIncluded} from '#src/diagnostics/in-included.ts'
import type {Query, QueryContext} from '#src/graph/query.ts'
import {rebaseUrl} from '#src/markdown/includes/rebase-url.ts'
import type {ReferenceSlot} from '#src/model/fragment.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {readWikilink} from '#src/model/wikilink.ts'
import {toHref} from '#src/routing/href.ts'
import {brokenReference, otherCase, unpublishedReference} from '#src/routing/messages.ts'
import {
  type ReferenceOrigin,
  type ReferenceTargets,
  referenceTargets
} from '#src/routing/resolve-reference.ts'
import {once} from '../../once.ts'
import {type Address, address} from './address.ts'
import {caseTwin, nearestAddress, nearestFile, routeNear} from './addresses.ts'
import {resolveWikilink} from './wikilinks.ts'

/** Where a reference stands, and what addresses begin with there: `basePath`, or `baseUrl` outside of the site. */
export interface Origin extends ReferenceOrigin {
  readonly base: Query<null, string>
}

/** Where the references of a source stand. */
export function originOf(
  {read}: Pick<QueryContext, 'read'>,
  source: SourcePath,
  base: Query<null, string>
): Origin {
  const found = read(address, source)
  return {source, route: found !== undefined && 'path' in found ? found.path : ('/' as RoutePath), base}
}

/** Whether a reference leads within the page. */
export function isOwnFragment({reference}: ReferenceSlot): boolean {
  return reference.startsWith('#')
}

/** Looks up what references lead to, each once. */
export interface FindTarget {
  (reference: string): Target | undefined
  /** Note that a name leads nowhere, which is looked up elsewhere. */
  readonly noteMiss: (reference: string) => void
  /** Whether more than `missesMax` lead nowhere: others are not looked up any more. */
  readonly isOver: () => boolean
}

/** Different references of one text that lead nowhere: each is looked for under a dozen names. */
export const missesMax = 2000

/** What a reference leads to. */
export interface Target {
  readonly found: Address | undefined
  readonly targets: ReferenceTargets
  /** What may have been meant where nothing is found, looked for once: a text may say a name ten thousand times. */
  readonly near: () => NearTarget
}

/** What is there in other letters, or else a file or an address of a like name. */
interface NearTarget {
  readonly twin?: string | undefined
  readonly file?: SourcePath | undefined
  readonly path?: RoutePath | undefined
}

/** Looks up what the references of a text lead to, for one run of a query: an image is asked for its address and for its size. */
export function targetFinder({read}: Pick<QueryContext, 'read'>, origin: Origin): FindTarget {
  const known = new Map<string, Target | undefined>()
  const misses = new Set<string>()
  const noteMiss = (reference: string): void => void misses.add(reference)
  const isOver = (): boolean => misses.size > missesMax
  return Object.assign(findTarget, {noteMiss, isOver})

  function findTarget(reference: string): Target | undefined {
    if (known.has(reference)) return known.get(reference)
    const targets = isOver() ? undefined : referenceTargets(reference, origin)
    const target = targets && {targets, found: find(read, targets), near: once(() => findNear(read, targets))}
    if (target?.found === undefined) noteMiss(reference)
    known.set(reference, target)
    return target
  }
}

/** Address for a slot; with a warning, the reference as written when it leads nowhere, and `undefined` for a name that no page has. */
export function resolveSlot(
  {read, ...context}: QueryContext,
  origin: Origin,
  {reference, place, from}: ReferenceSlot,
  findTarget: FindTarget
): string | undefined {
  const report: QueryContext['report'] = (found) =>
    context.report(found.map((diagnostic) => inIncluded(diagnostic, from)))
  const base = read(origin.base, null)
  const wikilink = readWikilink(reference)
  if (wikilink !== undefined) {
    if (findTarget.isOver()) return undefined
    const named = resolveWikilink({read, report}, wikilink, {source: origin.source, place})
    if (named === undefined) findTarget.noteMiss(reference)
    return named && toHref(named.path, base) + named.fragment
  }
  // As it stands in the included file, where the author looks for it.
  const written = from === undefined ? reference : rebaseUrl(reference, origin.source, from.path)
  const target = findTarget(reference)
  const {found, targets} = target ?? {}
  if (found !== undefined && 'path' in found) return toHref(found.path, base) + targets?.suffix
  if (found === undefined) {
    const twin = target?.near().twin
    report([
      twin === undefined
        ? brokenReference(
            {file: origin.source, place},
            written,
            intendedBy(target, from?.path ?? origin.source)
          )
        : otherCase(origin.source, place, written, twin)
    ])
  } else if (found.unpublished !== 'broken') {
    report([unpublishedReference({file: origin.source, place}, written, found.unpublished)])
  }
  return reference.startsWith('/') ? base + reference.slice(1) : reference
}

function findNear(read: QueryContext['read'], {sources, routes, isAddress}: ReferenceTargets): NearTarget {
  for (const path of isAddress ? [...routes, ...sources] : [...sources, ...routes]) {
    const twin = read(caseTwin, path)
    if (twin !== undefined) return {twin}
  }
  const [[source], [route]] = [sources, routes]
  const atAddress = (): NearTarget => ({path: route && read(nearestAddress, route)})
  const atFile = (): NearTarget => ({file: source && read(nearestFile, source)})
  const [first, second] = isAddress ? [atAddress, atFile] : [atFile, atAddress]
  const found = first()
  return found.file === undefined && found.path === undefined ? second() : found
}

/** What may have been meant by a reference that leads nowhere, as an author writes it in the file at `from`. */
export function intendedBy(target: Target | undefined, from: string): string | undefined {
  const {file, path} = target?.near() ?? {}
  return file === undefined ? path : referenceTo(file, from)
}

/** A reference to a file as an author writes it in another one: Markdown takes a blank for its end. */
export function referenceTo(file: SourcePath, from: string): string {
  const isPublic = file.startsWith(publicFolder)
  const name = file.slice(file.lastIndexOf('/') + 1)
  const reference = isPublic ? `/${file.slice(publicFolder.length)}` : rebaseUrl(name, file, from)
  return reference.replaceAll(' ', '%20')
}

const publicFolder = 'public/'

/** What a reference leads to: of an address first what is there, of a file's name first the file. */
function find(
  read: QueryContext['read'],
  {sources, routes, isAddress}: ReferenceTargets
): Address | undefined {
  const atRoute = (): Address | undefined => {
    const path = routes.map((route) => routeNear(read, route)).find((found) => found !== undefined)
    return path && {path}
  }
  const ahead = isAddress ? atRoute() : undefined
  if (ahead !== undefined) return ahead
  let unpublished: Address | undefined
  for (const source of sources) {
    const found = read(address, source)
    if (found !== undefined && 'path' in found) return found
    unpublished ??= found
  }
  return (isAddress ? undefined : atRoute()) ?? unpublished
}
