import {defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import {ownValue} from '#src/model/own-value.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {termSlugOf} from '#src/routing/slug.ts'
import {sourceNameOf} from '#src/site/source-name.ts'
import type {Visibility} from '#src/site/visibility.ts'
import {assetAddress} from '../authored-routes.ts'
import {decomposedFiles} from '../defaults.ts'
import {assetInput, lostInput} from '../inputs.ts'
import {listingPath} from '../listings/sections.ts'
import {term} from '../listings/terms.ts'
import {pageEntry} from '../pages.ts'
import {rootText, visibility} from '../publishing.ts'
import {taxonomyRules} from '../settings.ts'

/** Where a file of the site is found by readers, or why it is not. */
export type Address = {readonly path: RoutePath} | {readonly unpublished: Exclude<Visibility, 'published'>}

/** Address of a document or copied file, its path in NFC or as it is; `undefined` when it has none. */
export const address: Query<SourcePath, Address | undefined> = defineStoredQuery(
  'address',
  (context, source) => {
    const {read} = context
    const why = read(visibility, source)
    if (why === undefined) return fileAddress(context, source)
    if (why !== 'published' && why !== 'broken') return {unpublished: why}
    const {kind, folders} = sourceNameOf(source)
    const isRoot = folders.length === 0 && read(rootText, null) === source
    const path = kind === 'page' && !isRoot ? read(pageEntry, source)?.path : textAddress(context, folders)
    return path && {path}
  }
)

/** Address of a path that no document has. */
function fileAddress({read}: QueryContext, path: SourcePath): Address | undefined {
  if (read(lostInput, path) === true) return {unpublished: 'broken'}
  if (read(assetInput, path) !== undefined) {
    const found = read(assetAddress, path)
    return found && {path: found}
  }
  const decomposed = ownValue(read(decomposedFiles, null), path)
  return decomposed === undefined ? undefined : read(address, decomposed)
}

/** Address of the listing that a text in these folders is for. */
function textAddress({read}: QueryContext, folders: ReadonlyArray<string>): RoutePath | undefined {
  const [top = '', name, ...deeper] = folders
  if (name === undefined || read(taxonomyRules, top) === undefined) {
    return read(listingPath, folders.join('/'))
  }
  return deeper.length > 0 ? undefined : read(term, [top, termSlugOf(name)])?.path
}
