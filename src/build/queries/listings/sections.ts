import {defineQuery, defineStoredQuery, type Query} from '#src/graph/query.ts'
import {ownValue} from '#src/model/own-value.ts'
import type {Section} from '#src/model/page.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {sectionPathOf} from '#src/routing/permalink.ts'
import {decodeAddress, toRoutePath} from '#src/routing/route-path.ts'
import {styledPath} from '#src/routing/url-style.ts'
import {sectionsBelow} from '#src/site/sections.ts'
import {readableName} from '#src/site/source-name.ts'
import {textSource} from '../defaults.ts'
import {type ListingText, publishedText, rootText, sections} from '../publishing.ts'
import {siteView, taxonomyRules, urlStyle} from '../settings.ts'

/** Address of the listing of a section or taxonomy, whether or not there is one of that name. */
export const listingPath: Query<string, RoutePath> = defineStoredQuery('listingPath', ({read}, name) => {
  const taxonomy = read(taxonomyRules, name)
  const style = read(urlStyle, null)
  if (taxonomy !== undefined) return styledPath(toRoutePath(decodeAddress(taxonomy.path)), style)
  const source = name === '' ? undefined : read(textSource, name)
  const url = source && read(publishedText, source)?.url
  return url === undefined ? styledPath(sectionPathOf(name), style) : toRoutePath(decodeAddress(url))
})

/** Source of the text that the listing of a section or taxonomy shows; `undefined` when it shows none. */
export const listingSource: Query<string, SourcePath | undefined> = defineStoredQuery(
  'listingSource',
  ({read}, name) => {
    const source = name === '' ? read(rootText, null) : read(textSource, name)
    return source !== undefined && read(publishedText, source) !== undefined ? source : undefined
  }
)

/** Names of the sections directly below each, by its own name; empty for those without. */
export const childSections: Query<null, Readonly<Record<string, ReadonlyArray<string>>>> = defineQuery(
  'childSections',
  ({read}) => {
    const all = read(sections, null)
    const below = sectionsBelow(all)
    return Object.fromEntries(all.map((name) => [name, ownValue(below, name) ?? []]))
  }
)

/** Names of the sections directly below one; `undefined` when there is none of that name. */
export const childSectionsOf: Query<string, ReadonlyArray<string> | undefined> = defineStoredQuery(
  'childSectionsOf',
  ({read}, name) => ownValue(read(childSections, null), name)
)

/** A section, or a taxonomy with a text of its own; `undefined` when there is none of that name. */
export const section: Query<string, Section | undefined> = defineStoredQuery('section', ({read}, name) => {
  const below = read(childSectionsOf, name)
  const isTaxonomy = read(taxonomyRules, name) !== undefined
  if (below === undefined && !isTaxonomy) return undefined
  const source = read(listingSource, name)
  const text = source && read(publishedText, source)
  if (text === undefined && isTaxonomy) return undefined
  const {title, description, weight, layout, heading, params}: ListingText = text ?? {params: {}}
  return {
    name,
    path: read(listingPath, name),
    // The root is the site.
    title:
      title ?? heading?.text ?? (name === '' ? read(siteView, null).title : readableName(lastFolder(name))),
    isTitleInBody: title === undefined && heading?.depth === 1,
    ...(description === undefined ? {} : {description}),
    ...(source === undefined ? {} : {source}),
    ...(weight === undefined ? {} : {weight}),
    ...(layout === undefined ? {} : {layout}),
    params,
    sections: below ?? []
  }
})

function lastFolder(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}
