import {isWikilink} from '#src/model/wikilink.ts'
import {isSiteReference} from '../open-slots.ts'
import {folderOf, resolvePath} from './included-path.ts'

/**
 * An address that stands in one file, written so that it leads to the same place from another. Addresses from the root, of other sites
 * and within the page stay as they are.
 *
 * @param url
 *   Percent-encoded or as in Markdown.
 */
export function rebaseUrl(url: string, from: string, to: string): string {
  const [, path = '', suffix = ''] = /^([^?#]*)([\s\S]*)$/.exec(url) ?? []
  if (
    !isSiteReference(url) ||
    isWikilink(url) ||
    path === '' ||
    path.startsWith('/') ||
    folderOf(from) === folderOf(to)
  )
    return url
  const target = resolvePath(encodePath(folderOf(from)), path)
  // One that leads out of the site leads nowhere from anywhere.
  if (target === undefined) return url
  const above = encodePath(folderOf(to)).split('/').slice(0, -1)
  const below = target.split('/')
  let shared = 0
  while (shared < above.length && shared < below.length - 1 && above[shared] === below[shared]) shared++
  const climbed = above.slice(shared).map(() => '..')
  const slash = path.endsWith('/') && target !== '' ? '/' : ''
  const relative = [...climbed, ...below.slice(shared)].join('/') + slash
  // A name with a colon would be taken for a scheme.
  return `${/^[^/]*:/.test(relative) ? './' : ''}${relative}${suffix}`
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
