import {defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import {browserPackages} from '#src/model/browser-packages.ts'
import type {HostHeaders} from '#src/model/hosted-site.ts'
import {bundledFolder} from '#src/routing/bundled-path.ts'
import {checkHeaders as findOverlaps, hostHeaders as toHostHeaders} from '#src/routing/host-headers.ts'
import {variantFolder} from '#src/routing/variant-path.ts'
import {configSpot} from '../config-spot.ts'
import {bundledFilesInput} from '../inputs.ts'
import {hasPackage, packageEntry} from '../packages.ts'
import {hasSearch, headerRules, imagesRules} from '../settings.ts'

/** Headers that hosts are told of; none where they are told nothing. */
export const hostHeaders: Query<null, ReadonlyArray<HostHeaders>> = defineStoredQuery(
  'hostHeaders',
  (context) => {
    const rules = context.read(headerRules, null)
    return rules === false ? [] : toHostHeaders(rules, unchangingFolders(context))
  }
)

/** Reports headers that two rules have for one address. */
export const checkHeaders: Query<null, null> = defineStoredQuery('checkHeaders', ({read, report}) => {
  const rules = read(headerRules, null)
  if (rules === false) return null
  report(findOverlaps(rules, (path, name) => configSpot(read, ['headers', path, name])))
  return null
})

/** Folders of packages, with the version in their names, and of bundled files, of the search and of images, whose files are named by their content. */
function unchangingFolders({read}: QueryContext): ReadonlyArray<string> {
  const packages = Object.keys(browserPackages).flatMap((name) => {
    const entry = read(hasPackage, name) ? read(packageEntry, name) : undefined
    return entry === undefined ? [] : [`/${entry.split('/').slice(1, 3).join('/')}/`]
  })
  return [
    ...packages,
    ...((read(bundledFilesInput, null) ?? []).length === 0 ? [] : [bundledFolder]),
    ...(read(hasSearch, null) ? ['/pagefind/fragment/', '/pagefind/index/'] : []),
    ...(read(imagesRules, null) === false ? [] : [variantFolder])
  ]
}
