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

/** Percent-encode what a URL path cannot hold (RFC 3986), leaving `/`. */
function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/')
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /%(?:24|26|2B|2C|3A|3B|3D|40)/g,
    decodeURIComponent
  )
}
