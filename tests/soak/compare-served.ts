import {hostFileNames} from '#src/build/read/host-texts.ts'
import {differenceOfFiles} from '../incremental/difference.ts'
import type {Contents} from '../incremental/disturbances.ts'
import {askFor} from './ask-site.ts'

/** What hosts are told: a server follows it, without a policy that its own script would break. */
const hostFiles: ReadonlySet<string> = new Set(Object.values(hostFileNames))

/**
 * How what a dev server answers differs from what a clean build wrote; `undefined` when it is that, and nothing else.
 *
 * @param gone
 *   Paths that the site had at some time.
 */
export async function differenceOfServed(
  base: string,
  written: Contents,
  gone: Iterable<string>
): Promise<string | undefined> {
  const expected = new Map([...written].filter(([path]) => isServed(path)))
  const served = new Map<string, Uint8Array>()
  // The address of a bundled file is known when a page that names it is.
  const pagesFirst = [...expected.keys()].sort(
    (a, b) => Number(b.endsWith('.html')) - Number(a.endsWith('.html'))
  )
  for (const path of pagesFirst) {
    const {status, bytes, location} = await askFor(base, path)
    const text = new TextDecoder().decode(expected.get(path))
    // Where a page forwards, a server may do so by itself.
    const forwards = status >= 300 && status < 400 && location !== undefined && text.includes(location)
    served.set(path, forwards ? (expected.get(path) ?? bytes) : bytes)
    if (status >= 400 && path !== '404.html') served.delete(path)
  }
  for (const path of gone) {
    // A page that is open may still ask for a style sheet that no page names any more; its name tells what is in it.
    if (expected.has(path) || !path.endsWith('.html')) continue
    const {status, bytes} = await askFor(base, path)
    if (status < 300) served.set(path, bytes)
  }
  return differenceOfFiles(served, expected)
}

/** A server compresses by itself, and follows the rules for hosts without showing them. */
function isServed(path: string): boolean {
  return !/\.(?:br|gz)$/.test(path) && !hostFiles.has(path)
}
