import {Buffer} from 'node:buffer'

/** What a dev server answers, as far as a file of a build has it. */
export interface Served {
  readonly status: number
  readonly bytes: Uint8Array
  /** Where a browser is sent. */
  readonly location: string | undefined
}

/** The script that a dev server puts into each page, and nothing else. */
const clientTag = /<script defer src="[^"]*client\.js"[^>]*><\/script>/

/**
 * Ask a dev server for a file of the site.
 *
 * @param base
 *   Address of the home page.
 * @param path
 *   In the output folder.
 */
export async function askFor(base: string, path: string): Promise<Served> {
  const address = path
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  const answer = await fetch(base + address, {redirect: 'manual'})
  const bytes = Buffer.from(await answer.arrayBuffer())
  const isPage = path.endsWith('.html')
  return {
    status: answer.status,
    // As one character for each byte, so that what is no UTF-8 stays.
    bytes: isPage ? Buffer.from(bytes.toString('latin1').replace(clientTag, ''), 'latin1') : bytes,
    location: answer.headers.get('location') ?? undefined
  }
}

/** How many states of its site a server had when it made a page; `undefined` where the page does not tell. */
export async function stateNumber(base: string): Promise<string | undefined> {
  const answer = await fetch(base, {redirect: 'manual'})
  return /data-state-number="(\d+)"/.exec(await answer.text())?.[1]
}
