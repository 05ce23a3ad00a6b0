import type {Place} from '#src/diagnostics/diagnostic.ts'
import type {FrontMatter} from '#src/model/front-matter.ts'
import {type FrontMatterPlaces, placeFinder} from '#src/model/front-matter-places.ts'
import {ownValue} from '#src/model/own-value.ts'
import type {Page} from '#src/model/page.ts'
import type {SourcePath} from '#src/model/source.ts'

/** What a page says of itself that is compared with what others say. */
export interface PageClaims {
  readonly source: SourcePath
  readonly kind: Page['kind']
  readonly section: string
  /** Its own, also when that is a heading. */
  readonly title: string
  /** Its own; absent when it has none, or that of its folder. */
  readonly description?: string
  readonly hasDescription: boolean
  readonly hasImage: boolean
  /** Names that it gives itself, by taxonomy. */
  readonly terms: Readonly<Record<string, ReadonlyArray<string>>>
}

/** Where the claims of a page are written. By themselves, since most pages have nothing to be reported. */
export interface ClaimPlaces {
  readonly title: Place | undefined
  readonly description: Place | undefined
  /** Of each name. */
  readonly terms: Readonly<Record<string, ReadonlyArray<Place | undefined>>>
}

/** Finds where the claims of a page are written. */
export type FindClaimPlaces = (page: PageClaims) => ClaimPlaces

/** What `page` says of itself in its own front matter. */
export function claimsOf(page: Page, frontMatter: FrontMatter): PageClaims {
  const {source, kind, section, title, description} = page
  const hasImage = [page.previewImage, page.smallPreviewImage, page.socialPreviewImage].some(
    (image) => image !== undefined
  )
  return {
    source,
    kind,
    section,
    title,
    ...(frontMatter.description === undefined ? {} : {description: frontMatter.description}),
    hasDescription: (description ?? page.shortDescription) !== undefined,
    hasImage,
    terms: Object.fromEntries(
      Object.keys(page.terms).map((taxonomy) => [
        taxonomy,
        writtenNames(frontMatter, taxonomy).map(({text}) => text)
      ])
    )
  }
}

/** Where front matter has the claims that `claimsOf` made of it. */
export function claimPlacesOf(
  {terms}: PageClaims,
  {frontMatter, places}: {readonly frontMatter: FrontMatter; readonly places: FrontMatterPlaces}
): ClaimPlaces {
  const findPlace = placeFinder(places)
  return {
    title: findPlace('/title'),
    description: findPlace('/description'),
    terms: Object.fromEntries(
      Object.keys(terms).map((taxonomy) => [taxonomy, writtenNames(frontMatter, taxonomy).map(placeOfName)])
    )
  }

  function placeOfName({index, fields}: WrittenName): Place | undefined {
    const pointers = fields.flatMap((field) => [`/${field}/${index}`, `/${field}`])
    return pointers.map(findPlace).find((place) => place !== undefined)
  }
}

/** A name as front matter has it. */
interface WrittenName {
  readonly text: string
  /** Where in its field it stands. */
  readonly index: number
  /** One of them is that field: the first that is written. */
  readonly fields: ReadonlyArray<string>
}

function writtenNames(frontMatter: FrontMatter, taxonomy: string): ReadonlyArray<WrittenName> {
  const known: Readonly<Record<string, unknown>> = {...frontMatter}
  const single = ownValue(singleFields, taxonomy) ?? taxonomy
  return [
    ...(single === taxonomy ? [] : namesIn(fieldOf(single), [single])),
    ...namesIn(fieldOf(taxonomy), [taxonomy, single])
  ]

  function fieldOf(field: string): unknown {
    return ownValue(known, field) ?? ownValue(frontMatter.params, field)
  }
}

/** One name or several, of some fields. */
function namesIn(names: unknown, fields: ReadonlyArray<string>): ReadonlyArray<WrittenName> {
  return [names]
    .flat()
    .flatMap((text: unknown, index) => (typeof text === 'string' ? [{text, index, fields}] : []))
}

/** Fields for one name, beside those that are called as their taxonomy. */
const singleFields: Readonly<Record<string, string>> = {authors: 'author', categories: 'category'}
