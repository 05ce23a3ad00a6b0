import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import {browserPackages, readPackagePath} from '#src/model/browser-packages.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {toFilePath} from '#src/routing/route-path.ts'
import {missingPackage} from '#src/site/messages.ts'
import {features, packagePlace} from './documents.ts'
import {assetsInput, onDemandInput} from './inputs.ts'
import {publishedPages} from './listings/listed-pages.ts'
import {textSources} from './listings/terms.ts'

/** Whether the files of a package are part of the site: some text needs it or, as long as texts are not compiled, may need it. */
export const hasPackage: Query<string, boolean> = defineStoredQuery(
  'hasPackage',
  ({read}, name) => read(onDemandInput, null) === true || read(packageUser, name) !== undefined
)

/** The first text that needs a package in the browser; `undefined` where none does. */
export const packageUser: Query<string, SourcePath | undefined> = defineStoredQuery(
  'packageUser',
  ({read}, name) =>
    [...read(publishedPages, null), ...read(textSources, null)].find((source) =>
      read(features, source).includes(name)
    )
)

/** Address of the module of a package; `undefined` where the site does not have it. */
export const packageEntry: Query<string, RoutePath | undefined> = defineStoredQuery(
  'packageEntry',
  ({read}, name) => {
    const entry = browserPackages[name]?.entry
    const source = (read(assetsInput, null) ?? []).find((path) => {
      const parts = readPackagePath(path)
      return parts?.name === name && parts.file === entry
    })
    return source === undefined ? undefined : packageAddress(source)
  }
)

/** Reports packages that texts need and the site does not have. */
export const checkPackages: Query<null, null> = defineStoredQuery('checkPackages', ({read, report}) => {
  if (read(onDemandInput, null) === true) return null
  for (const name of Object.keys(browserPackages)) {
    const user = read(packageUser, name)
    if (user === undefined || read(packageEntry, name) !== undefined) continue
    report([missingPackage(user, read(packagePlace, [user, name]), name)])
  }
  return null
})

/** The same of one text, where nobody knows all of them. */
export const checkOwnPackages: Query<SourcePath, null> = defineStoredQuery(
  'checkOwnPackages',
  ({read, report}, source) => {
    if (read(onDemandInput, null) !== true) return null
    for (const name of Object.keys(browserPackages)) {
      if (!read(features, source).includes(name) || read(packageEntry, name) !== undefined) continue
      report([missingPackage(source, read(packagePlace, [source, name]), name)])
    }
    return null
  }
)

/** Address of a package's file, with the version in it; `undefined` for files that are of no package. */
export function packageAddress(source: SourcePath): RoutePath | undefined {
  const parts = readPackagePath(source)
  if (parts === undefined) return undefined
  return toFilePath(`assets/${parts.name}-${parts.version}/${parts.file.replace(/^dist\//, '')}`)
}
