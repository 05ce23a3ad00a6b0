import {encodingEndings} from '#src/model/compressor.ts'
import {bundledFolder} from '#src/routing/bundled-path.ts'
import {variantFolder} from '#src/routing/variant-path.ts'

/** The order in which files are put to a target: each needs only what comes before it. */
export const passNames = ['unchanging', 'assets', 'pages', 'lists'] as const

/** Files that may come in any order among themselves. */
export type PassName = (typeof passNames)[number]

/**
 * The pass of a file: what never changes under its name, other files, pages, and what leads to pages: feeds, sitemaps and the rules of
 * hosts. What is compressed comes with what it is of, in whose place it is sent.
 */
export function passOf(written: string): PassName {
  const path = withoutEncoding(written)
  if (isList(path)) return 'lists'
  if (/\.html?$/i.test(path)) return 'pages'
  return isUnchanging(path) ? 'unchanging' : 'assets'
}

/** Whether the path of a file has a hash of its content or the version of a package, so that other content has another path. */
export function isUnchanging(path: string): boolean {
  const isNamedByContent = [variantFolder, bundledFolder].some((folder) => `/${path}`.startsWith(folder))
  if (isNamedByContent || versionedFolder.test(path)) return true
  const name = path.slice(path.lastIndexOf('/') + 1)
  return [...name.matchAll(hashInName)].some(([, hash = '']) => /\d/.test(hash) && /[a-f]/.test(hash))
}

/** The path of the file that one is a compressed copy of; its own where it is none by its name. */
export function withoutEncoding(path: string): string {
  const ending = Object.values(encodingEndings).find((one) => path.endsWith(one))
  return ending === undefined ? path : path.slice(0, -ending.length)
}

/** `assets/mermaid-11.4.0/`: what Galley copies of a package. */
const versionedFolder = /^assets\/[^/]+-\d+\.\d+\.\d+[^/]*\//

/** As bundlers and indexers write it; one that has digits alone is a date or a number, one that has letters alone a word. */
const hashInName = /[._-]([0-9a-f]{7,64})(?=[._-])/g

const hostFiles: ReadonlySet<string> = new Set(['_redirects', '_headers', 'vercel.json', 'firebase.json'])

function isList(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return hostFiles.has(path) || listName.test(name)
}

const listName =
  /^(?:(?:sitemap|feed|atom|rss)[^/]*\.(?:xml|json)|robots\.txt|llms(?:-full)?\.txt|\.htaccess)$/i
