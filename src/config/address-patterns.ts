/** Parts of an address that a permalink pattern may name. */
export const permalinkTokens: ReadonlyArray<string> = [
  ':year',
  ':month',
  ':day',
  ':slug',
  ':section',
  ':title',
  ':filename'
]

/** Whether `pattern` is one for addresses of a section. */
export function isPermalinkPattern(pattern: string): boolean {
  const tokens = pattern.match(/:[A-Za-z]*/g) ?? []
  return (
    pattern.startsWith('/') &&
    !strayPart.test(pattern) &&
    tokens.every((token) => permalinkTokens.includes(token))
  )
}

/** Whether `path` is that of a folder below the site's root, as it is written. */
export function isSitePath(path: string): boolean {
  return path.startsWith('/') && path !== '/' && !path.includes(':') && !strayPart.test(path)
}

/** What no path from the site's root has: an empty part, one that leads upward, also encoded, or a character that is not seen. */
const strayPart = /\/\/|[?#\\\s\p{Cc}\p{Surrogate}]|%(?:2[ef]|5c)|(?:^|\/)\.[. ]*(?:\/|$)/iu
