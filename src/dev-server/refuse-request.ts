import {type Answer, type Request, textAnswer} from './answer-request.ts'

/**
 * The answer to a request that no page of the server and no person who types its address would make; `undefined` for any other. Pages of
 * other sites, which a browser may have open at the same time, must not learn what is being written here.
 *
 * @param isHost
 *   Whether a name, without port, is one of this server: one that an attacker's name server leads here is not.
 */
export function refuseRequest(request: Request, isHost: (name: string) => boolean): Answer | undefined {
  const {method, headers, hosts} = request
  if (method !== 'GET' && method !== 'HEAD') {
    const answer = textAnswer(405, 'This server is only read from')
    return {...answer, headers: {...answer.headers, allow: 'GET, HEAD', connection: 'close'}}
  }
  if (hasBody(headers)) {
    const answer = textAnswer(413, 'This server takes nothing')
    return {...answer, headers: {...answer.headers, connection: 'close'}}
  }
  const [host, ...others] = hosts
  const name = host === undefined || others.length > 0 ? undefined : hostName(host)
  if (host === undefined || name === undefined) return textAnswer(400, 'Expected one Host header')
  if (!isHost(name))
    return textAnswer(403, 'This is not the host that is asked for; see galley dev --allow-host')
  return isOfOtherSite(headers, host) ? textAnswer(403, 'Other sites may not read this one') : undefined
}

/** Name of a `Host` header, in lower case and without the port; `undefined` for what is none. */
function hostName(header: string): string | undefined {
  return /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d+)?$/i.exec(header)?.[1]?.toLowerCase()
}

function hasBody(headers: Request['headers']): boolean {
  return (
    headers['transfer-encoding'] !== undefined || ![undefined, '0'].includes(oneOf(headers['content-length']))
  )
}

/** Whether a page of another origin asks: a link leads here all the same, but nothing is shown, run or read there. */
function isOfOtherSite(headers: Request['headers'], host: string): boolean {
  const origin = headers['origin']
  // A sandboxed page has the origin `null`.
  if (origin !== undefined && origin !== `http://${host}`) return true
  const site = headers['sec-fetch-site']
  const isOwn = site === undefined || site === 'same-origin' || site === 'none'
  return !isOwn && headers['sec-fetch-mode'] !== 'navigate'
}

function oneOf(header: string | ReadonlyArray<string> | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.[0]
}
