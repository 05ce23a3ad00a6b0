import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Spot} from '#src/diagnostics/problem-at.ts'
import {ownValue} from '#src/model/own-value.ts'
import type {SourcePath} from '#src/model/source.ts'
import {where} from './claim-messages.ts'
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

/** What other stages know of the name of a term. */
export interface NameScheme {
  /** The address scheme belongs to routing. */
  readonly slugOf: (name: string) => string
  /** Where a page has a name. */
  readonly spotOf: (source: SourcePath, name: string) => Spot
}

/**
 * Group pages by the terms of a taxonomy.
 *
 * The slug of a name is the term's identity. It follows from the name alone, so that no address moves when another term
 * comes along; spellings that share one without being equal in all but case and blanks are a warning.
 *
 * @param folders
 *   Names of folders with a text of their own; one that no page names is a term without pages.
 * @returns
 *   Groups by name.
 */
export function groupByTerm(
  pages: ReadonlyArray<Pick<PageEntry, 'source' | 'terms'>>,
  taxonomy: string,
  folders: ReadonlyArray<string>,
  {slugOf, spotOf}: NameScheme
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
    const first = spellings.get(name)?.source
    if (first !== undefined) {
      const others = otherSpellings(spellings, name).map((other) =>
        similarTerms(spotOf(other.source, other.name), taxonomy, other.name, {
          name,
          at: where(spotOf(first, name)),
          slug
        })
      )
      diagnostics.push(...others)
    }
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

/** Names of a term that are more than another spelling of its common one, each with the first page that has it. */
function otherSpellings(
  spellings: Members['spellings'],
  common: string
): ReadonlyArray<{readonly name: string; readonly source: SourcePath}> {
  const known = new Set([foldTerm(common)])
  const ordered = [...spellings].sort(([a], [b]) => compare(a, b))
  return ordered.flatMap(([name, {source}]) => {
    const folded = foldTerm(name)
    // A folder gives a name only where no page does.
    if (known.has(folded) || source === undefined) return []
    known.add(folded)
    return [{name, source}]
  })
}

function byName(a: TermGroup, b: TermGroup): number {
  return compare(foldTerm(a.name), foldTerm(b.name)) || compare(a.slug, b.slug)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
