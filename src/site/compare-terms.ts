import {closest} from '#src/diagnostics/closest.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Spot} from '#src/diagnostics/problem-at.ts'
import {ownValue} from '#src/model/own-value.ts'
import {authorWithoutText, nearTerm, singleTerm, unknownAuthor, unknownTerm, where} from './claim-messages.ts'
import type {FindClaimPlaces, PageClaims} from './page-claims.ts'
import {foldTerm} from './terms.ts'

/** A taxonomy, and what is known of its names. */
export interface TermRules {
  readonly taxonomy: string
  /** The only names that there are to be; `undefined` for any. */
  readonly allowed: ReadonlyArray<string> | undefined
  /** BCP 47, of the site. */
  readonly language: string
}

/**
 * What is wrong with the names that pages give themselves in a taxonomy: `site/unknown-term` where the names are listed, else
 * `site/near-terms` at the first page with the rarer one of two names, and for tags of larger sites `site/single-term`.
 */
export function compareTerms(
  pages: ReadonlyArray<PageClaims>,
  findPlaces: FindClaimPlaces,
  {taxonomy, allowed, language}: TermRules
): ReadonlyArray<Diagnostic> {
  const uses = usesOf(pages, taxonomy)
  const spotOf = spotFinder(findPlaces, taxonomy)
  if (allowed !== undefined) {
    return uses.flatMap((use) => {
      const {name} = use
      return allowed.includes(name) ? [] : [unknownTerm(spotOf(use), taxonomy, name, closest(name, allowed))]
    })
  }
  const names = byName(uses)
  const groups = byFolded(names)
  const taggedCount = new Set(uses.map(({page}) => page)).size
  const isLarge = taxonomy === 'tags' && taggedCount >= largeSiteMin
  return [
    ...[...names.values()].flatMap((own) => {
      const other = commonerName(own, groups, language)
      return other === undefined
        ? []
        : [
            nearTerm(spotOf(own.first), taxonomy, own.name, {
              name: other.name,
              at: where(spotOf(other.first))
            })
          ]
    }),
    ...[...names.values()].flatMap(({name, count, first}) =>
      isLarge && count === 1 ? [singleTerm(spotOf(first), taxonomy, name)] : []
    )
  ]
}

/**
 * `site/unknown-author` for names that are nearly those of authors with a text, and `site/author-without-text` for other authors that
 * have none, at the first page of each. Where no author has a text, none is expected.
 *
 * @param hasText
 *   Whether there is a text about an author.
 */
export function compareAuthors(
  pages: ReadonlyArray<PageClaims>,
  findPlaces: FindClaimPlaces,
  known: ReadonlyArray<string>,
  hasText: (name: string) => boolean
): ReadonlyArray<Diagnostic> {
  if (known.length === 0) return []
  const spotOf = spotFinder(findPlaces, 'authors')
  return [...byName(usesOf(pages, 'authors')).values()].flatMap(({name, first}) => {
    if (hasText(name)) return []
    const spot = spotOf(first)
    const intended = closest(name, known)
    return [intended === undefined ? authorWithoutText(spot, name) : unknownAuthor(spot, name, intended)]
  })
}

/** With fewer pages most tags have one page yet. */
const largeSiteMin = 20

/** Shorter words with an `s` more are other words: `new` and `news`. */
const singularMin = 4

interface Use {
  readonly name: string
  readonly page: PageClaims
  /** Which of the names of that page it is. */
  readonly index: number
}

interface Name {
  readonly name: string
  readonly count: number
  readonly first: Use
}

function usesOf(pages: ReadonlyArray<PageClaims>, taxonomy: string): ReadonlyArray<Use> {
  return pages.flatMap((page) =>
    (ownValue(page.terms, taxonomy) ?? []).map((name, index) => ({name, page, index}))
  )
}

function spotFinder(findPlaces: FindClaimPlaces, taxonomy: string): (use: Use) => Spot {
  return ({page, index}) => {
    const places = ownValue(findPlaces(page).terms, taxonomy)
    return {file: page.source, place: places?.[index]}
  }
}

function byName(uses: ReadonlyArray<Use>): ReadonlyMap<string, Name> {
  const names = new Map<string, Name>()
  for (const use of uses) {
    const known = names.get(use.name)
    names.set(use.name, {name: use.name, count: (known?.count ?? 0) + 1, first: known?.first ?? use})
  }
  return names
}

/** Names by what they are but for case and blanks. */
function byFolded(names: ReadonlyMap<string, Name>): ReadonlyMap<string, ReadonlyArray<Name>> {
  const groups = new Map<string, Array<Name>>()
  for (const name of names.values()) {
    const folded = foldTerm(name.name)
    const group = groups.get(folded)
    if (group === undefined) groups.set(folded, [name])
    else group.push(name)
  }
  return groups
}

/** A name that differs from `own` in case or number, and that more pages have; among equals the first by code unit. */
function commonerName(
  own: Name,
  groups: ReadonlyMap<string, ReadonlyArray<Name>>,
  language: string
): Name | undefined {
  const folded = foldTerm(own.name)
  const forms = language.startsWith('en') ? [folded, ...otherNumber(folded)] : [folded]
  return forms
    .flatMap((form) => groups.get(form) ?? [])
    .find(({name, count}) => count > own.count || (count === own.count && name < own.name))
}

/** What may be singular or plural of an English word. */
function otherNumber(word: string): ReadonlyArray<string> {
  if (!/^[a-z -]+$/.test(word)) return []
  const singulars = [word.replace(/s$/, ''), word.replace(/(?<=s|x|ch|sh)es$/, '')]
  return [
    ...(word.length < singularMin ? [] : [`${word}s`, `${word}es`]),
    ...singulars.filter((singular) => singular !== word && singular.length >= singularMin)
  ]
}
