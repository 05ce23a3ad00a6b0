import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {SourcePath} from '#src/model/source.ts'
import {similarTerms} from './messages.ts'
import type {ListedPage} from './select-pages.ts'

/** A term and its pages. */
export interface TermGroup {
  readonly slug: string
  /** As most pages spell it; among equals the first by code unit. */
  readonly name: string
  /** Whether two spellings are the same term: equal in all but case, blanks and Unicode composition. */
  readonly folded: string
  readonly sources: ReadonlyArray<SourcePath>
}

/** How slugs are made of names; the address scheme belongs to routing. */
export interface TermSlugs {
  readonly slugOf: (name: string) => string
  /** Told apart by the characters that `slugOf` drops. */
  readonly distinctSlugOf: (name: string) => string
}

/**
 * Group pages by the terms of a taxonomy.
 *
 * Names that differ only by case or blanks are one term. Terms whose slugs would be the same keep distinct, stable ones:
 * the plain slug stays with the term that is spelled like it, and each of the others is a warning.
 *
 * @param folders
 *   Names of folders with a text of their own; one that no page names is a term without pages.
 * @returns
 *   Groups by name.
 */
export function groupByTerm(
  pages: ReadonlyArray<ListedPage>,
  taxonomy: string,
  folders: ReadonlyArray<string>,
  slugs: TermSlugs
): Checked<ReadonlyArray<TermGroup>> {
  const members = new Map<
    string,
    {readonly spellings: Map<string, number>; readonly sources: Array<SourcePath>}
  >()
  for (const {source, terms} of pages) {
    for (const name of terms[taxonomy] ?? []) {
      const folded = foldTerm(name)
      const term = members.get(folded) ?? {spellings: new Map<string, number>(), sources: []}
      members.set(folded, term)
      term.spellings.set(name, (term.spellings.get(name) ?? 0) + 1)
      if (term.sources.at(-1) !== source) term.sources.push(source)
    }
  }
  const knownSlugs = new Set([...members.keys()].map(slugs.slugOf))
  for (const folder of folders) {
    const folded = foldTerm(folder)
    if (members.has(folded) || knownSlugs.has(folded)) continue
    members.set(folded, {spellings: new Map([[folder, 0]]), sources: []})
  }
  const diagnostics: Array<Diagnostic> = []
  const ownerBySlug = new Map<string, string>()
  const groups = [...members.keys()].sort(plainFirst).map((folded): TermGroup => {
    const {spellings, sources} = members.get(folded) ?? {spellings: new Map(), sources: []}
    const name = commonSpelling(spellings)
    const plain = slugs.slugOf(folded)
    const owner = ownerBySlug.get(plain)
    const isTaken = plain === '' || owner !== undefined
    const slug = isTaken ? slugs.distinctSlugOf(folded) : plain
    ownerBySlug.set(slug, name)
    if (owner !== undefined)
      diagnostics.push(similarTerms(sources[0] ?? `content/${taxonomy}`, taxonomy, name, owner, slug))
    return {slug, name, folded, sources}
  })
  return {value: groups.sort((a, b) => compare(a.folded, b.folded)), diagnostics}

  /** Terms that are their own slug first, so that `c` keeps it when `c++` comes along. */
  function plainFirst(a: string, b: string): number {
    return Number(slugs.slugOf(a) !== a) - Number(slugs.slugOf(b) !== b) || compare(a, b)
  }
}

/** The form in which two spellings of one term are equal. */
export function foldTerm(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()
}

function commonSpelling(spellings: ReadonlyMap<string, number>): string {
  const ordered = [...spellings].sort(([a, countA], [b, countB]) => countB - countA || compare(a, b))
  return ordered[0]?.[0] ?? ''
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
