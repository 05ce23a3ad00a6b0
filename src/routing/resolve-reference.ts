import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {toFilePath} from './route-path.ts'

/** What a reference may mean, best first, and what follows its path. */
export interface ReferenceTargets {
  /** Files of the site that it may name. */
  readonly sources: ReadonlyArray<SourcePath>
  /** Addresses that it may name, decoded. Each stands for itself with and without a final slash. */
  readonly routes: ReadonlyArray<RoutePath>
  /** Whether an address is meant rather than a file: the reference starts at the root. */
  readonly isAddress: boolean
  /** `?query#fragment` as written. */
  readonly suffix: string
}

/** Where a reference stands. */
export interface ReferenceOrigin {
  readonly source: SourcePath
  /** Address of the page that shows it. */
  readonly route: RoutePath
}

/** Whether an address is not this site's to resolve: with a scheme, or protocol-relative. */
export function isElsewhere(target: string): boolean {
  return target.startsWith('//') || /^[a-z][a-z0-9+.-]*:/i.test(target)
}

/** A reference without what follows `?` or `#`. */
export function pathPart(reference: string): string {
  return reference.replace(/[?#].*$/s, '')
}

/**
 * What a reference may mean: a file beside its source (`../other.md`, `diagram.png`), or an address, from the root
 * (`/about/`) or from the page's own address as a browser would take it (`../other/`).
 *
 * @returns
 *   No targets when it climbs above the root; `undefined` when it is not well-formed.
 */
export function referenceTargets(reference: string, origin: ReferenceOrigin): ReferenceTargets | undefined {
  const [, path = '', suffix = ''] = /^([^?#]*)(.*)$/su.exec(reference) ?? []
  const decoded = decode(path)
  if (decoded === undefined || decoded.includes('\\')) return undefined
  if (path === '') return {sources: [], routes: [origin.route], isAddress: true, suffix}
  const isFromRoot = decoded.startsWith('/')
  const file = isFromRoot ? resolve('content', decoded.slice(1)) : resolve(folderOf(origin.source), decoded)
  const address = isFromRoot
    ? resolve('', decoded.slice(1))
    : resolve(folderOf(origin.route.slice(1)), decoded)
  return {
    sources: file === undefined ? [] : sourcesOf(file),
    routes: address === undefined ? [] : [toFilePath(address)],
    isAddress: isFromRoot,
    suffix
  }
}

const endings = [
  '',
  ...['.md', '/index.md', '/_index.md'],
  ...['.markdown', '/index.markdown', '/_index.markdown']
]

/** A file, or the documents that a name without extension may mean. What lies elsewhere than the documents is a file. */
function sourcesOf(file: string): ReadonlyArray<SourcePath> {
  if (!`${file}/`.startsWith('content/')) return [file].filter(isSourcePath)
  return endings
    .map((ending) => file + ending)
    .filter((path) => path.startsWith('content/'))
    .filter(isSourcePath)
}

function isSourcePath(path: string): path is SourcePath {
  return path !== ''
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path).normalize('NFC')
  } catch {
    return undefined
  }
}

/** Resolve `.` and `..`; `undefined` when the path climbs above its root. */
function resolve(folder: string, path: string): string | undefined {
  const segments = folder.split('/').filter((segment) => segment !== '')
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) return undefined
  }
  return segments.join('/')
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
