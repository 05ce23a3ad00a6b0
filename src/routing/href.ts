/** Path part of a base URL, with slashes at both ends: `/` or `/blog/`. */
export function basePathOf(baseUrl: string): string {
  return new URL(baseUrl).pathname
}

/** Address of a route or file for `href` and `src`: with the base path, percent-encoded. */
export function toHref(path: string, basePath: string): string {
  return basePath + encodePath(path.replace(/^\/+/, ''))
}

/** The same with the origin. */
export function toPermalink(path: string, baseUrl: string): string {
  return baseUrl + encodePath(path.replace(/^\/+/, ''))
}

/** A reference, seen from the page at `permalink`, as a browser takes it; as it is where that is no address. */
export function toAbsolute(reference: string, permalink: string): string {
  // What is absolute stays as it was written: `URL` would spell some of it anew.
  if (/^[a-z][a-z0-9+.-]*:/i.test(reference) || !URL.canParse(reference, permalink)) return reference
  return new URL(reference, permalink).href
}

/** What a URL path holds as it is (RFC 3986): nearly every path is of nothing else. */
const unreserved = /^[\w/.~!*'()$&+,:;=@-]*$/

/** Percent-encode what a URL path cannot hold, leaving `/`. */
export function encodePath(path: string): string {
  return unreserved.test(path) ? path : path.split('/').map(encodeSegment).join('/')
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /%(?:24|26|2B|2C|3A|3B|3D|40)/g,
    decodeURIComponent
  )
}
