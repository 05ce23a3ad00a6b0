import type {HostedSite} from '#src/model/hosted-site.ts'
import type {HostRedirect} from '#src/model/redirect.ts'
import {headersRegex} from './headers-regex.ts'
import {eitherRegex, pathRegex, withGroups} from './path-regex.ts'

/**
 * What `firebase.json` says in the folder of the site. Firebase knows two ways to send readers on, for good and for now.
 *
 * @see https://firebase.google.com/docs/hosting/full-config
 */
export function firebaseSettings({
  redirects,
  headers,
  basePath
}: HostedSite): Readonly<Record<string, unknown>> {
  const rules = redirects.flatMap((redirect) => firebaseRule(redirect, basePath))
  return {
    public: '.',
    ignore: ['firebase.json', 'vercel.json', '_redirects', '_headers', '**/.*'],
    redirects: rules
      .filter(({status}) => status !== 200)
      .map(({status, ...rule}) => ({...rule, type: status === 301 || status === 308 ? 301 : 302})),
    rewrites: rules.filter(({status}) => status === 200).map(({status: _, ...rule}) => rule),
    headers: headers.map((rule) => ({
      regex: `^${headersRegex(rule, basePath, eitherRegex)}$`,
      headers: rule.headers.map(({name, value}) => ({key: name, value}))
    }))
  }
}

function firebaseRule(
  {from, to, status}: HostRedirect,
  basePath: string
): ReadonlyArray<{readonly regex: string; readonly destination: string; readonly status: number}> {
  if (to === undefined) return []
  const regex = `^${pathRegex(from, basePath, eitherRegex)}$`
  const destination = withGroups(unescaped(to), from, ':')
  // In place of an address only a file is sent.
  return [
    {regex, destination: status === 200 ? destination.replace(/\/$/, '/index.html') : destination, status}
  ]
}

/** Firebase escapes targets by itself. */
function unescaped(to: string): string {
  try {
    return decodeURI(to)
  } catch {
    return to
  }
}
