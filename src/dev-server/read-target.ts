/** What a request line asks for. */
export interface Target {
  /** Decoded once, in NFC, from the server's root. */
  readonly path: string
  /** With its `?`; empty when there is none. As it was sent. */
  readonly search: string
}

/**
 * Read the target of a request line; `undefined` when no browser would send such a one: without a leading slash, with a fragment, a
 * backslash, a control character, or an escape that is malformed or of a control character or backslash.
 */
export function readTarget(target: string): Target | undefined {
  if (!target.startsWith('/') || unwanted.test(target)) return undefined
  const start = target.indexOf('?')
  const end = start === -1 ? target.length : start
  try {
    const segments = target.slice(0, end).split('/').map(decodeURIComponent)
    if (segments.some((segment) => unwanted.test(segment))) return undefined
    // No file of a site has a slash in its name: what is written as an escape is part of one.
    if (segments.some((segment) => segment.includes('/'))) return {path: noFile, search: ''}
    return {path: segments.join('/').normalize('NFC'), search: target.slice(end)}
  } catch {
    return undefined
  }
}

/** A path that no site has. */
const noFile = '/\0'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const unwanted = /[\0-\x1f\x7f\\#]/
