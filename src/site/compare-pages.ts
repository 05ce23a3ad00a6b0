import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Spot} from '#src/diagnostics/problem-at.ts'
import {
  duplicateDescription,
  duplicateTitle,
  longDescription,
  longTitle,
  missingDescription,
  missingImage,
  shortDescription,
  where
} from './claim-messages.ts'
import type {FindClaimPlaces, PageClaims} from './page-claims.ts'

/**
 * What is wrong with titles, descriptions and images of pages, most of which shows only beside others: `site/duplicate-title` and
 * `site/duplicate-description` at the later one, `site/missing-description` and `site/missing-image` where most articles of the
 * section have one, and `site/long-title`, `site/short-description` and `site/long-description`.
 *
 * @param pages
 *   Sorted by source.
 */
export function comparePages(
  pages: ReadonlyArray<PageClaims>,
  findPlaces: FindClaimPlaces
): ReadonlyArray<Diagnostic> {
  const byTitle = new Map<string, PageClaims>()
  const byDescription = new Map<string, PageClaims>()
  return [...pages.flatMap(compare), ...missing(pages)]

  function compare(page: PageClaims): ReadonlyArray<Diagnostic> {
    const {title, description} = page
    // Guide and reference may both have an introduction.
    const namesake = firstOf(byTitle, `${page.section}\n${title}`, page)
    const twin = description === undefined ? undefined : firstOf(byDescription, description, page)
    return [
      ...(namesake === undefined ? [] : [duplicateTitle(titleOf(page), title, where(titleOf(namesake)))]),
      ...(twin === undefined ? [] : [duplicateDescription(descriptionOf(page), where(descriptionOf(twin)))]),
      ...(title.length > titleMax ? [longTitle(titleOf(page), title.length, titleMax)] : []),
      ...(description === undefined ? [] : lengthOf(page, description.length))
    ]
  }

  function lengthOf(page: PageClaims, length: number): ReadonlyArray<Diagnostic> {
    if (length > descriptionMax) return [longDescription(descriptionOf(page), length, descriptionMax)]
    const isShort = length > 0 && length < descriptionMin
    return isShort ? [shortDescription(descriptionOf(page), length, descriptionMin)] : []
  }

  function titleOf(page: PageClaims): Spot {
    return {file: page.source, place: findPlaces(page).title}
  }

  function descriptionOf(page: PageClaims): Spot {
    return {file: page.source, place: findPlaces(page).description}
  }
}

/** Search engines cut longer ones, in characters. */
const titleMax = 70
const descriptionMax = 160

/** Less says hardly more than the title. */
const descriptionMin = 50

/** Articles of a section from which on it can be said what most of them have. */
const habitMin = 4

function firstOf(known: Map<string, PageClaims>, text: string, page: PageClaims): PageClaims | undefined {
  const first = known.get(text)
  if (first === undefined) known.set(text, page)
  return first
}

/** Articles that lack what most of their section have: a site that has none of it does without on purpose. */
function missing(pages: ReadonlyArray<PageClaims>): ReadonlyArray<Diagnostic> {
  const bySection = new Map<string, Array<PageClaims>>()
  for (const page of pages) {
    if (page.kind !== 'article') continue
    const others = bySection.get(page.section)
    if (others === undefined) bySection.set(page.section, [page])
    else others.push(page)
  }
  return [...bySection.values()].flatMap((articles) => [
    ...lacking(articles, ({hasDescription}) => hasDescription).map(missingDescription),
    ...lacking(articles, ({hasImage}) => hasImage).map(missingImage)
  ])
}

function lacking(
  articles: ReadonlyArray<PageClaims>,
  has: (page: PageClaims) => boolean
): ReadonlyArray<PageClaims> {
  const without = articles.filter((page) => !has(page))
  return articles.length >= habitMin && without.length * 2 < articles.length ? without : []
}
