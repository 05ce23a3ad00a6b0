import {networkInterfaces} from 'node:os'
import type {OpenServer} from './open-server.ts'

/** Where a site is served. */
export interface ServedAt extends Pick<OpenServer, 'takenPort'> {
  /** Address of the home page on this machine. */
  readonly url: string
  /** The same for other machines; none where only this one is let in. */
  readonly networkUrls: ReadonlyArray<string>
}

/**
 * Addresses of a site that is served.
 *
 * @param address
 *   That is listened at.
 */
export function servedAt(
  address: string,
  {port, ...taken}: Pick<OpenServer, 'port' | 'takenPort'>,
  basePath: string
): ServedAt {
  const isEvery = address === '0.0.0.0' || address === '::'
  const isOwn = isEvery || address === '127.0.0.1' || address === '::1'
  return {
    ...taken,
    url: urlAt(isOwn ? 'localhost' : address),
    networkUrls: isEvery ? outerAddresses().map(urlAt) : []
  }

  function urlAt(host: string): string {
    return `http://${host.includes(':') ? `[${host}]` : host}:${port}${basePath}`
  }
}

/** Those that other machines know this one by; only such as people type. */
function outerAddresses(): ReadonlyArray<string> {
  return Object.values(networkInterfaces()).flatMap((all = []) =>
    all.flatMap(({address, family, internal}) => (internal || family !== 'IPv4' ? [] : [address]))
  )
}
