import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {ownValue} from '#src/model/own-value.ts'
import type {SourcePath} from '#src/model/source.ts'
import {similarTerms} from './messages.ts'
import type {PageEntry} from './page-entry.ts'

/** A term and its pages. */
export interface TermGroup {
  /** Names with one slug are one term. */
  readonly slug: string
  /** As most pages spell it; among equals the first by code unit. */
  readonly name: string
  readonly sources: ReadonlyArray<SourcePath>
}

/**
 * Group pages by the terms of a taxonomy.
 *
 * The slug of a name is the term's identity. It follows from the name alone, so that no address moves when another term
 * comes along; spellings that share one without being equal in all but case and blanks are a warning.
 *
 * @param folders
 *   Names of folders with a text of their own; one that no page names is a term without pages.
 * @param slugOf
 *   The address scheme belongs to routing.
 * @returns
 *   Groups by name.
 */
export function groupByTerm(
  pages: ReadonlyArray<Pick<PageEntry, 'source' | 'terms'>>,
  taxonomy: string,
  folders: ReadonlyArray<string>,
  slugOf: (name: string) => string
): Checked<ReadonlyArray<TermGroup>> {
  const members = new Map<string, Members>()
  const membersByName = new Map<string, Members>()
  for (const {source, terms} of pages) {
    for (const name of ownValue(terms, taxonomy) ?? []) {
      const {spellings, sources} = membersOf(name)
      const spelling = spellings.get(name) ?? {count: 0, source}
      spellings.set(name, {...spelling, count: spelling.count + 1})
      if (sources.at(-1) !== source) sources.push(source)
    }
  }
  for (const folder of folders) {
    const {spellings} = membersOf(folder)
    if (spellings.size === 0) spellings.set(folder, {count: 0, source: undefined})
  }
  const diagnostics: Array<Diagnostic> = []
  const groups = [...members].map(([slug, {spellings, sources}]): TermGroup => {
    const name = commonSpelling(spellings)
    diagnostics.push(...otherNames(spellings, name, taxonomy, slug))
    return {slug, name, sources}
  })
  return {value: groups.sort(byName), diagnostics}

  function membersOf(name: string): Members {
    const known = membersByName.get(name)
    if (known !== undefined) return known
    const slug = slugOf(name)
    const term = members.get(slug) ?? {spellings: new Map(), sources: []}
    members.set(slug, term)
    membersByName.set(name, term)
    return term
  }
}

/** The form in which two spellings of one name are equal. */
export function foldTerm(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()
}

interface Members {
  readonly spellings: Map<string, Spelling>
  readonly sources: Array<SourcePath>
}

interface Spelling {
  readonly count: number
  /** The first page with it; `undefined` for the name of a folder. */
  readonly source: SourcePath | undefined
}

function commonSpelling(spellings: ReadonlyMap<string, Spelling>): string {
  const ordered = [...spellings].sort(([a, {count}], [b, other]) => other.count - count || compare(a, b))
  return ordered[0]?.[0] ?? ''
}

/** A warning for each name of a term that is more than another spelling of its common one. */
function otherNames(
  spellings: ReadonlyMap<string, Spelling>,
  common: string,
  taxonomy: string,
  slug: string
): ReadonlyArray<Diagnostic> {
  const known = new Set([foldTerm(common)])
  const ordered = [...spellings].sort(([a], [b]) => compare(a, b))
  return ordered.flatMap(([name, {source}]) => {
    const folded = foldTerm(name)
    if (known.has(folded)) return []
    known.add(folded)
    return [similarTerms(source ?? `content/${taxonomy}`, taxonomy, name, common, slug)]
  })
}

function byName(a: TermGroup, b: TermGroup): number {
  return compare(foldTerm(a.name), foldTerm(b.name)) || compare(a.slug, b.slug)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
