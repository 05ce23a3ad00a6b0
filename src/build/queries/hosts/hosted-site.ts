import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import type {HostedSite} from '#src/model/hosted-site.ts'
import type {Route, RoutePath} from '#src/model/route.ts'
import {renderHostFile} from '#src/render/hosts/render-host-file.ts'
import {hostRedirects} from '#src/routing/host-redirects.ts'
import {hostFileNames, hostFilesFor} from '../../read/host-texts.ts'
import {basePath, hosting, ownBasePath, policyRules} from '../settings.ts'
import {hostHeaders} from './host-headers.ts'
import {hasStubs, redirects} from './redirects.ts'

/** What hosts have to know of the site, beside its files and without the policy, which follows from all pages. */
export const hostedSite: Query<null, HostedSite> = defineStoredQuery('hostedSite', ({read}) => ({
  basePath: read(ownBasePath, null),
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
    const hasPolicy = read(policyRules, null) !== false
    return hostFilesFor(read(hosting, null))
      .filter((file) => renderHostFile(site, file) !== '' || (file === 'headers' && hasPolicy))
      .map((file) => ({kind: 'hostFile', path: `/${hostFileNames[file]}` as RoutePath, file}))
  }
)
