import type {OutputPath, RoutePath} from '#src/model/route.ts'

/**
 * Bring an address to the form that routes have: NFC, one slash at the start, no empty segments, and a final slash
 * unless the last segment names a file (`/feed.xml`, but not `/releases/v1.2`).
 */
export function toRoutePath(address: string): RoutePath {
  const segments = address
    .normalize('NFC')
    .split('/')
    .filter((segment) => segment !== '')
  const isFile = fileExtension.test(segments.at(-1) ?? '') && !address.endsWith('/')
  return `/${segments.join('/')}${isFile || segments.length === 0 ? '' : '/'}` as RoutePath
}

/** An address as an author or a browser writes it, with its percent escapes decoded once; malformed ones stay. */
export function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
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

/** Address of a part of a listing; part 1 is the listing's own address. Those of `/docs.html` are below `/docs/`. */
export function toPagePath(path: RoutePath, pageNumber: number): RoutePath {
  return pageNumber === 1 ? path : besidePath(path, `page/${pageNumber}/`)
}

/** Address of a page as Markdown: `/a/index.md`, and `/a.md` for `/a.html`. */
export function toMarkdownPath(page: RoutePath): RoutePath {
  return (page.endsWith('/') ? `${page}index.md` : `${page.replace(fileExtension, '')}.md`) as RoutePath
}

/** Address of the picture that is drawn for a page: `/social/a/b.png` for `/a/b/`. */
export function toSocialImagePath(page: RoutePath): RoutePath {
  return `/social${page.replace(/\/$|\.html$/, '')}.png` as RoutePath
}

/** Address of what belongs to a listing; of `/docs.html` it is below `/docs/`. */
export function besidePath(listing: RoutePath, name: string): RoutePath {
  const folder = listing.endsWith('/') ? listing : `${listing.replace(fileExtension, '')}/`
  return `${folder}${name}` as RoutePath
}

/** Letters alone, but for a few well-known ones: `.2` and `.v2` at the end of an address are parts of versions. */
const fileExtension = /\.(?:[a-z]{2,5}|mp[34]|m4[av]|woff2)$/i
