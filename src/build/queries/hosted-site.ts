import {defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {HostedSite, HostFile} from '#src/model/hosted-site.ts'
import type {Route, RoutePath} from '#src/model/route.ts'
import {joinHostFile} from '#src/render/hosts/join-host-file.ts'
import {renderHostFile} from '#src/render/hosts/render-host-file.ts'
import {hostRedirects} from '#src/routing/host-redirects.ts'
import {hostFileNames, hostFilesFor} from '../host-texts.ts'
import {badHostFile} from '../messages.ts'
import {hostHeaders} from './host-headers.ts'
import {hostTextInput} from './inputs.ts'
import {hasStubs, redirects} from './redirects.ts'
import {basePath, hosting} from './settings.ts'

/** What hosts have to know of the site, beside its files. */
export const hostedSite: Query<null, HostedSite> = defineStoredQuery('hostedSite', ({read}) => ({
  basePath: read(basePath, null),
  redirects: hostRedirects(read(redirects, null), read(basePath, null)),
  headers: read(hostHeaders, null),
  hosts: read(hosting, null),
  hasStubs: read(hasStubs, null)
}))

/** Addresses of the files that tell hosts; none of one that would be empty. */
export const hostFileRoutes: Query<null, ReadonlyArray<Route>> = defineStoredQuery(
  'hostFileRoutes',
  ({read}) => {
    const site = read(hostedSite, null)
    return hostFilesFor(read(hosting, null))
      .filter((file) => renderHostFile(site, file) !== '')
      .map((file) => ({kind: 'hostFile', path: `/${hostFileNames[file]}` as RoutePath, file}))
  }
)

/** Text of a file that tells a host; what the author has written into a file of its name in `public/` goes before. */
export function hostFileText({read, report}: QueryContext, {file}: {readonly file: HostFile}): string {
  const path = `public/${hostFileNames[file]}`
  const own = read(hostTextInput, path)
  const made = renderHostFile(read(hostedSite, null), file)
  const joined = own === undefined ? made : joinHostFile(file, own, made)
  if (joined === undefined) report([badHostFile(path)])
  return joined ?? made
}
