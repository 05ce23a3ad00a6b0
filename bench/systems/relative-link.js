import {posix} from 'node:path'

/** A link from one article's source to another's: `../design/article-7.md`. */
export function relativeLink(from, to) {
  return `${posix.relative(posix.dirname(from), to)}.md`
}
