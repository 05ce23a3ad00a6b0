import type {PathPattern} from '#src/model/redirect.ts'
import {decodeAddress} from './route-path.ts'

/** What the names of a pattern stand for; that of `*` is `splat`. */
export type PatternValues = ReadonlyMap<string, string>

/** A path such as `/blog/:year/*`, which is known to be a pattern. */
export function parsePattern(path: string): ReadonlyArray<PathPattern> {
  return segmentsOf(path).map((segment): PathPattern => {
    if (segment === '*') return {kind: 'rest'}
    if (segment.startsWith(':')) return {kind: 'any', name: segment.slice(1)}
    return {kind: 'text', text: decodeAddress(segment).normalize('NFC')}
  })
}

/** A path as a pattern for that path alone. */
export function exactPattern(path: string): ReadonlyArray<PathPattern> {
  return segmentsOf(path).map((text) => ({kind: 'text', text}))
}

/** A pattern as it is written. */
export function patternText(pattern: ReadonlyArray<PathPattern>): string {
  const segments = pattern.map((part) => {
    if (part.kind === 'rest') return '*'
    return part.kind === 'any' ? `:${part.name}` : part.text
  })
  return `/${segments.join('/')}`
}

/**
 * What a pattern's names stand for in a path; `undefined` where it is not for that path. A slash at the end makes no difference,
 * but that `splat` keeps it.
 */
export function matchPattern(pattern: ReadonlyArray<PathPattern>, path: string): PatternValues | undefined {
  const segments = segmentsOf(path)
  const values = new Map<string, string>()
  for (const [index, part] of pattern.entries()) {
    const found = segments[index]
    if (part.kind === 'rest') {
      const rest = segments.slice(index)
      const end = path.endsWith('/') && rest.length > 0 ? '/' : ''
      return values.set('splat', rest.join('/') + end)
    }
    if (found === undefined) return undefined
    if (part.kind === 'any') values.set(part.name, found)
    else if (part.text !== found) return undefined
  }
  return segments.length === pattern.length ? values : undefined
}

/** Whether a pattern is for all paths that another is for. */
export function covers(pattern: ReadonlyArray<PathPattern>, other: ReadonlyArray<PathPattern>): boolean {
  return compare(pattern, other, (text, part) => part.kind === 'text' && part.text === text)
}

/** Whether a pattern is for any path that another is for. */
export function overlaps(pattern: ReadonlyArray<PathPattern>, other: ReadonlyArray<PathPattern>): boolean {
  const isEither = (text: string, part: PathPattern): boolean => part.kind !== 'text' || part.text === text
  return compare(pattern, other, isEither) || compare(other, pattern, isEither)
}

function compare(
  pattern: ReadonlyArray<PathPattern>,
  other: ReadonlyArray<PathPattern>,
  isMet: (text: string, part: PathPattern) => boolean
): boolean {
  for (const [index, part] of pattern.entries()) {
    if (part.kind === 'rest') return true
    const found = other[index]
    if (found === undefined || found.kind === 'rest') return false
    if (part.kind === 'text' && !isMet(part.text, found)) return false
  }
  return pattern.length === other.length
}

function segmentsOf(path: string): ReadonlyArray<string> {
  return path.split('/').filter((segment) => segment !== '')
}
