import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {SourcePath} from '#src/model/source.ts'
import {hashOf} from './code-trace.ts'
import {replaceFile} from './replace-file.ts'
import {causeOf} from './system-error.ts'

/** A file of another site that lies in this one. */
export interface VendoredFile {
  readonly path: SourcePath
  readonly bytes: Uint8Array
}

/** A file of another site that is to lie in this one. */
export interface VendorRequest {
  readonly url: string
  /** Where it is to lie. */
  readonly path: SourcePath
  readonly mayFetch: boolean
}

/** File with the hash of each vendored file, by its address. */
export const vendorLock = 'vendor.lock'

/**
 * A file of another site, as it was when it was fetched first: from then on it lies in `vendor/`, and the lock tells whether it is the same.
 *
 * @returns
 *   A reason for people where it cannot be had, or is another.
 */
export async function vendorFile(
  root: string,
  {url, path, mayFetch}: VendorRequest
): Promise<VendoredFile | {readonly problem: string}> {
  const file = join(root, path)
  const present = readIfThere(file)
  if (present === undefined && !mayFetch)
    return {
      problem: `Expected \`${url}\` to lie in \`vendor/\`, found none: nothing is fetched for texts of strangers`
    }
  const bytes = present ?? (await fetchBytes(url))
  if (typeof bytes === 'string') return {problem: `Expected \`${url}\` to be fetched, found \`${bytes}\``}
  const hash = hashOf(bytes)
  const known = readLock(root)[url]
  if (known !== undefined && known !== hash) {
    const what = present === undefined ? `\`${url}\`` : `\`${path}\``
    return {problem: `Expected ${what} as \`${vendorLock}\` has it, found other bytes`}
  }
  if (present === undefined) {
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, bytes)
  }
  if (known === undefined) writeLock(root, {...readLock(root), [url]: hash})
  return {path, bytes}
}

async function fetchBytes(url: string): Promise<Uint8Array | string> {
  try {
    const response = await fetch(url, {
      headers: {'user-agent': modernBrowser},
      signal: AbortSignal.timeout(timeoutMs)
    })
    return response.ok
      ? new Uint8Array(await response.arrayBuffer())
      : `${response.status} ${response.statusText}`
  } catch (problem) {
    return causeOf(problem instanceof Error ? (problem.cause ?? problem) : problem)
  }
}

/** Services for fonts give old browsers, and what they do not know, large files. */
const modernBrowser =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36'

const timeoutMs = 30_000

function readIfThere(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

function readLock(root: string): Readonly<Record<string, string>> {
  const bytes = readIfThere(join(root, vendorLock))
  return bytes === undefined ? {} : (JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>)
}

function writeLock(root: string, entries: Readonly<Record<string, string>>): void {
  const sorted = Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1))
  replaceFile(join(root, vendorLock), [`${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`])
}
