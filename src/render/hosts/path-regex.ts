import {fillTarget, type HostPattern, namesOf} from '#src/model/redirect.ts'

type TextPart = Extract<HostPattern, {kind: 'text'}>

/**
 * A regular expression for the paths of a pattern, without `^` and `$`, with a group for each name and for `*`. A slash at the end
 * makes no difference. For RE2, PCRE and JavaScript alike.
 *
 * @param start
 *   What is before the pattern, with its final slash.
 * @param toRegex
 *   For a segment of text.
 */
export function pathRegex(
  pattern: ReadonlyArray<HostPattern>,
  start: string,
  toRegex: (part: TextPart) => string
): string {
  const segments = pattern.map((part) => {
    if (part.kind === 'rest') return '([^/].*)'
    return part.kind === 'any' ? '([^/]+)' : toRegex(part)
  })
  const isClosed = pattern.length === 0 || pattern.at(-1)?.kind === 'rest'
  return `${escapeRegex(start)}${segments.join('/')}${isClosed ? '' : '/?'}`
}

/** The decoded text of a segment. */
export function decodedRegex({text}: TextPart): string {
  return escapeRegex(text)
}

/** Either spelling of a segment, where nobody says which one a host compares. */
export function eitherRegex({text, encoded}: TextPart): string {
  return text === encoded ? escapeRegex(text) : `(?:${escapeRegex(text)}|${escapeRegex(encoded)})`
}

/**
 * Where names and `*` are in the path as a browser asks for it, when it is known that the pattern is for it. None begins with a slash or what
 * browsers take for one: `/:splat` would lead to any site that way.
 */
export function rawPathRegex(pattern: ReadonlyArray<HostPattern>, start: string): string {
  const segments = pattern.map(({kind}) => {
    if (kind === 'rest') return '([^/\\x5c?\\s][^\\x5c?\\s]*)'
    return kind === 'any' ? '([^/\\x5c?\\s]+)' : '[^/?\\s]+'
  })
  return `${start.replaceAll(/[^/]+/g, '[^/?\\s]+')}${segments.join('/')}/?(?:[?\\s]|$)`
}

/** A target with the sign and number of a group for each name. */
export function withGroups(to: string, pattern: ReadonlyArray<HostPattern>, sign: string): string {
  const names = namesOf(pattern)
  return fillTarget(to, (name) => `${sign}${names.indexOf(name) + 1}`)
}

export function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
