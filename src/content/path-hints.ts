import {isSitePath} from './safe-path.ts'

/** What to write instead of a `url` that does not begin at the site's root, as it may in Hugo; `undefined` for what is no such path. */
export function hintForUrl(text: string): string | undefined {
  const intended = `/${text}`
  return isRelative(text) && isSitePath(intended) ? `Did you mean \`${intended}\`?` : undefined
}

/**
 * What to write instead of an alias that does not begin at the site's root; `undefined` for what is no such path.
 *
 * Hugo takes it for an address beside the page. Where the page has the address that its file gives it, that is the one.
 *
 * @param file
 *   The page: `content/posts/a.md`, or `content/posts/a/index.md`.
 */
export function hintForAlias(text: string, file: string): string | undefined {
  const folders = file
    .replace(/\/index\.[^/]*$/, '')
    .split('/')
    .slice(1, -1)
  const intended = `/${[...folders, text].join('/')}`
  if (!isRelative(text) || !isSitePath(intended)) return undefined
  return `Write it from the site's root: Hugo would have meant an address beside the page, \`${intended}\``
}

/** Whether it is neither a path from the root nor an address of another site. */
function isRelative(text: string): boolean {
  return !/^(?:\/|[a-z][a-z\d+.-]*:)/i.test(text)
}
