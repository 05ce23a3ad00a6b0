import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {hintAt, type Spot, warningAt} from '#src/diagnostics/problem-at.ts'
import type {PageClaims} from './page-claims.ts'

/**
 * The second of two pages of a section with one title.
 *
 * @param first
 *   Where the first has it: `content/a.md:2`.
 */
export function duplicateTitle(spot: Spot, title: string, first: string): Diagnostic {
  return hintAt(
    spot,
    'site/duplicate-title',
    `Expected titles that tell pages of a section apart, found \`${title}\` as in \`${first}\``,
    'Lists, tabs and search results show both alike: give one of them a title of its own'
  )
}

/**
 * The second of two pages with one description.
 *
 * @param first
 *   Where the first has it.
 */
export function duplicateDescription(spot: Spot, first: string): Diagnostic {
  return hintAt(
    spot,
    'site/duplicate-description',
    `Expected a description of its own, found that of \`${first}\``
  )
}

/** A title of so many characters, which search engines cut. */
export function longTitle(spot: Spot, length: number, max: number): Diagnostic {
  return hintAt(
    spot,
    'site/long-title',
    `Expected a title of at most ${max} characters, found ${length}`,
    'Search engines cut longer ones'
  )
}

/** A description of so many characters, which says hardly more than a title. */
export function shortDescription(spot: Spot, length: number, min: number): Diagnostic {
  return hintAt(
    spot,
    'site/short-description',
    `Expected a description of at least ${min} characters, found ${length}`
  )
}

/** A description of so many characters, which search engines cut. */
export function longDescription(spot: Spot, length: number, max: number): Diagnostic {
  return hintAt(
    spot,
    'site/long-description',
    `Expected a description of at most ${max} characters, found ${length}`,
    'Search engines cut longer ones'
  )
}

/** An article without a description in a section where most have one. */
export function missingDescription(page: PageClaims): Diagnostic {
  return hintAt(
    {file: page.source, place: undefined},
    'site/missing-description',
    `Expected a \`description\`, as most articles of \`${page.section}\` have one, found none`
  )
}

/** An article without an image in a section where most have one. */
export function missingImage(page: PageClaims): Diagnostic {
  return hintAt(
    {file: page.source, place: undefined},
    'site/missing-image',
    `Expected a \`preview_image\`, as most articles of \`${page.section}\` have one, found none`
  )
}

/** A name that is not among those that a taxonomy allows. */
export function unknownTerm(
  spot: Spot,
  taxonomy: string,
  name: string,
  intended: string | undefined
): Diagnostic {
  return warningAt(
    spot,
    'site/unknown-term',
    `Expected one of the names that \`taxonomies.${taxonomy}.allowed\` lists, found \`${name}\``,
    intended === undefined ? 'Choose another one, or add it to the list' : `Did you mean \`${intended}\`?`
  )
}

/** A name that is probably another spelling, or the plural, of one that more pages have. */
export function nearTerm(
  spot: Spot,
  taxonomy: string,
  name: string,
  other: {readonly name: string; readonly at: string}
): Diagnostic {
  return hintAt(
    spot,
    'site/near-terms',
    `Expected one name for one thing in \`${taxonomy}\`, found \`${name}\` beside \`${other.name}\` of \`${other.at}\``
  )
}

/** A name that only one page has. */
export function singleTerm(spot: Spot, taxonomy: string, name: string): Diagnostic {
  return hintAt(
    spot,
    'site/single-term',
    `Expected names in \`${taxonomy}\` that bring pages together, found \`${name}\`, which no other page has`
  )
}

/** An author without a text, whose name is nearly that of one who has. */
export function unknownAuthor(spot: Spot, name: string, intended: string): Diagnostic {
  return warningAt(
    spot,
    'site/unknown-author',
    `Expected an author of this site, found \`${name}\``,
    `Did you mean \`${intended}\`?`
  )
}

/** An author without a text in a site where others have one. */
export function authorWithoutText(spot: Spot, name: string): Diagnostic {
  return hintAt(
    spot,
    'site/author-without-text',
    `Expected a text about \`${name}\`, as there is about other authors, found none`,
    'Write `content/authors/name/_index.md`'
  )
}

/** `content/a.md:2`. */
export function where({file, place}: Spot): string {
  return place === undefined ? file : `${file}:${place.line}`
}
