import type {Place} from '#src/diagnostics/diagnostic.ts'
import type {FrontMatter} from '#src/model/front-matter.ts'
import {type FrontMatterPlaces, placeFinder} from '#src/model/front-matter-places.ts'
import {ownValue} from '#src/model/own-value.ts'
import type {Page} from '#src/model/page.ts'
import type {SourcePath} from '#src/model/source.ts'

/** A value of a page, and where it is written. */
export interface Claim {
  readonly text: string
  readonly place?: Place
}

/** What a page says of itself that is compared with what others say. */
export interface PageClaims {
  readonly source: SourcePath
  readonly kind: Page['kind']
  readonly section: string
  /** Its own, also when that is a heading. */
  readonly title: Claim
  /** Its own; absent when it has none, or that of its folder. */
  readonly description?: Claim
  readonly hasDescription: boolean
  readonly hasImage: boolean
  /** Names that it gives itself, by taxonomy. */
  readonly terms: Readonly<Record<string, ReadonlyArray<Claim>>>
}

/** What `page` says of itself in its own front matter. */
export function claimsOf(
  page: Page,
  {frontMatter, places}: {readonly frontMatter: FrontMatter; readonly places: FrontMatterPlaces}
): PageClaims {
  const {source, kind, section, title, description} = page
  const findPlace = placeFinder(places)
  const hasImage = [page.previewImage, page.smallPreviewImage, page.socialPreviewImage].some(
    (image) => image !== undefined
  )
  return {
    source,
    kind,
    section,
    title: claim(title, '/title'),
    ...(frontMatter.description === undefined
      ? {}
      : {description: claim(frontMatter.description, '/description')}),
    hasDescription: (description ?? page.shortDescription) !== undefined,
    hasImage,
    terms: Object.fromEntries(Object.keys(page.terms).map((name) => [name, termsOf(name)]))
  }

  function claim(text: string, pointer: string): Claim {
    const place = findPlace(pointer)
    return place === undefined ? {text} : {text, place}
  }

  function termsOf(taxonomy: string): ReadonlyArray<Claim> {
    const fields: Readonly<Record<string, unknown>> = {...frontMatter.params, ...frontMatter}
    const single = ownValue(singleFields, taxonomy) ?? taxonomy
    const names = ownValue(fields, taxonomy)
    return [
      ...(single === taxonomy ? [] : claimsIn(ownValue(fields, single), [single])),
      ...claimsIn(names, [taxonomy, single])
    ]
  }

  /** Of one name or several, which stand in the first of some fields that is written. */
  function claimsIn(names: unknown, fields: ReadonlyArray<string>): ReadonlyArray<Claim> {
    return [names].flat().flatMap((name: unknown, index) => {
      const pointers = fields.flatMap((field) => [`/${field}/${index}`, `/${field}`])
      return typeof name === 'string'
        ? [claim(name, pointers.find((one) => findPlace(one) !== undefined) ?? '')]
        : []
    })
  }
}

/** Fields for one name, beside those that are called as their taxonomy. */
const singleFields: Readonly<Record<string, string>> = {authors: 'author', categories: 'category'}
