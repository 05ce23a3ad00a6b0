import type {ServedSite} from './served-site.ts'

/** What is at a path. */
export type Found =
  | {readonly kind: 'file'; readonly path: string}
  /** The same address with a slash at its end, or with the base path before it; decoded. */
  | {readonly kind: 'elsewhere'; readonly path: string}
  | {readonly kind: 'nothing'}

/**
 * Find a path as static hosts do: `/a/` is `a/index.html`, `/a` is the file `a`, or else leads to `/a/`, or is `a.html`. What is not
 * below the base path is nothing, but for the root, which leads to the base path.
 *
 * @param path
 *   Decoded, from the server's root.
 */
export function findFile({basePath, has}: Pick<ServedSite, 'basePath' | 'has'>, path: string): Found {
  if (path === '/' && basePath !== '/') return {kind: 'elsewhere', path: basePath}
  if (`${path}/` === basePath) return {kind: 'elsewhere', path: basePath}
  if (!path.startsWith(basePath)) return {kind: 'nothing'}
  const file = path.slice(basePath.length)
  if (file === '' || file.endsWith('/')) return fileAt(`${file}index.html`)
  if (has(file)) return {kind: 'file', path: file}
  if (has(`${file}/index.html`)) return {kind: 'elsewhere', path: `${path}/`}
  return fileAt(`${file}.html`)

  function fileAt(candidate: string): Found {
    return has(candidate) ? {kind: 'file', path: candidate} : {kind: 'nothing'}
  }
}
