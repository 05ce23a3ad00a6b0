/**
 * What a reference by name starts with; the name follows, percent-encoded, then perhaps `#` and a heading. No author writes it: it is
 * made of `[[name#heading]]`.
 */
const scheme = 'galley-wiki:'

/** Page and heading that a wikilink names. */
export interface Wikilink {
  /** As written: `First site`, `guide/first-site`. */
  readonly name: string
  /** Empty for the whole page. */
  readonly heading: string
}

/** Whether a reference is that of a wikilink. */
export function isWikilink(reference: string): boolean {
  return reference.startsWith(scheme)
}

/** The reference of a wikilink. */
export function wikiReference({name, heading}: Wikilink): string {
  return scheme + encodeURIComponent(name) + (heading === '' ? '' : `#${encodeURIComponent(heading)}`)
}

/** The wikilink of a reference; `undefined` for any other reference. */
export function readWikilink(reference: string): Wikilink | undefined {
  if (!isWikilink(reference)) return undefined
  const [name = '', heading = ''] = reference.slice(scheme.length).split('#')
  return {name: decodeURIComponent(name), heading: decodeURIComponent(heading)}
}

/** A wikilink as its author wrote it. */
export function showWikilink({name, heading}: Wikilink): string {
  return `[[${name}${heading === '' ? '' : `#${heading}`}]]`
}
