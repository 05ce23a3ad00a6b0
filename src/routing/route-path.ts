import type {OutputPath, RoutePath} from '#src/model/route.ts'

/**
 * Bring an address to the form that routes have: NFC, one slash at the start, no empty segments, and a final slash
 * unless the last segment names a file (`/feed.xml`).
 */
export function toRoutePath(address: string): RoutePath {
  const segments = address
    .normalize('NFC')
    .split('/')
    .filter((segment) => segment !== '')
  const isFile = /\.[a-z0-9]{1,5}$/i.test(segments.at(-1) ?? '') && !address.endsWith('/')
  return `/${segments.join('/')}${isFile || segments.length === 0 ? '' : '/'}` as RoutePath
}

/** The address of a file, which never gets a final slash. */
export function toFilePath(address: string): RoutePath {
  return `/${address
    .normalize('NFC')
    .split('/')
    .filter((segment) => segment !== '')
    .join('/')}` as RoutePath
}

/** Where a route is written: `/a/` to `a/index.html`, a file's address to itself. */
export function toOutputPath(path: RoutePath): OutputPath {
  return `${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}` as OutputPath
}

/** Address of a part of a listing; part 1 is the listing's own address. */
export function toPagePath(path: RoutePath, pageNumber: number): RoutePath {
  return pageNumber === 1 ? path : (`${path}page/${pageNumber}/` as RoutePath)
}
