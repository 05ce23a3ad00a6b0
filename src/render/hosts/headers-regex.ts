import type {HostHeaders} from '#src/model/hosted-site.ts'
import type {HostPattern} from '#src/model/redirect.ts'
import {escapeRegex} from './path-regex.ts'

/**
 * A regular expression for the paths that headers are for, without `^` and `$` and without groups.
 * What is behind a `?` is no part of a path.
 *
 * @param start
 *   What is before the path, with its final slash.
 * @param toRegex
 *   For a segment of text.
 */
export function headersRegex(
  {path, isFolder}: HostHeaders,
  start: string,
  toRegex: (part: Extract<HostPattern, {kind: 'text'}>) => string
): string {
  const segments = path.map((part) => {
    if (part.kind === 'rest') return '[^?]*'
    return part.kind === 'any' ? '[^/?]+' : toRegex(part)
  })
  return `${escapeRegex(start)}${segments.join('/')}${isFolder ? '/' : ''}`
}
