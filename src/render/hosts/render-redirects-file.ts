import type {HostedSite} from '#src/model/hosted-site.ts'
import {redirectLines} from './redirect-lines.ts'

/**
 * Text of `_redirects`, for Netlify, Cloudflare Pages and others that have taken it over.
 *
 * Netlify passes over a rule where there is a file, unless the rule has a `!`, which Cloudflare takes for a mistake. So it is
 * written only for pages that forward, and where Cloudflare is surely not meant; and nothing is gone where it may be meant.
 *
 * @see https://docs.netlify.com/manage/routing/redirects/redirect-options/
 * @see https://developers.cloudflare.com/pages/configuration/redirects/
 */
export function renderRedirectsFile(site: HostedSite): string {
  const {hosts, hasStubs} = site
  const isForCloudflare = hosts.length === 0 || hosts.includes('cloudflare')
  const isForced = hasStubs && hosts.includes('netlify') && !isForCloudflare
  return redirectLines(site)
    .filter(({status}) => status !== 410 || !isForCloudflare)
    .map(({from, to, status, isExact}) => `${from} ${to} ${status}${isForced && isExact ? '!' : ''}\n`)
    .join('')
}
