import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import type {FrontMatter} from '#src/model/front-matter.ts'
import type {SourcePath} from '#src/model/source.ts'
import {sectionNames, sectionOfFolders} from '#src/site/sections.ts'
import {sourceNameOf} from '#src/site/source-name.ts'
import {unusedFields} from '#src/site/unused-fields.ts'
import {type Visibility, visibilityOf} from '#src/site/visibility.ts'
import {frontMatter, isCascadeWhole, textSource} from './defaults.ts'
import {firstHeading, isIntact, ownFrontMatter} from './documents.ts'
import {keepGoingInput, onDemandInput, sourcesInput, todayInput} from './inputs.ts'
import {publishingRules, taxonomyNames} from './settings.ts'

/** Whether this build shows a document; `undefined` when there is none. */
export const visibility: Query<SourcePath, Visibility | undefined> = defineStoredQuery(
  'visibility',
  ({read}, source) => {
    const own = read(frontMatter, source)
    if (own === undefined) return undefined
    const folder = sourceNameOf(source).folders.join('/')
    if (read(keepGoingInput, null) === true) {
      // What a body has must not be asked of each, where bodies are compiled on demand.
      const isOwnWhole = read(onDemandInput, null) === true ? own.isTyped : read(isIntact, source)
      if (!(isOwnWhole && read(isCascadeWhole, folder))) return 'broken'
    }
    return visibilityOf(own.frontMatter, read(todayInput, null) ?? '', read(publishingRules, null))
  }
)

/** Sources that this build shows: pages and the texts of listings. Sorted. */
export const published: Query<null, ReadonlyArray<SourcePath>> = defineStoredQuery('published', ({read}) =>
  (read(sourcesInput, null) ?? []).filter((source) => read(visibility, source) === 'published')
)

/** Sources that this build does not show, whatever the reason. Sorted. */
export const leftOut: Query<null, ReadonlyArray<SourcePath>> = defineStoredQuery('leftOut', ({read}) =>
  (read(sourcesInput, null) ?? []).filter((source) => read(visibility, source) !== 'published')
)

/** Sources that are left out for their errors by a build that keeps going. Sorted. */
export const broken: Query<null, ReadonlyArray<SourcePath>> = defineStoredQuery('broken', ({read}) =>
  read(keepGoingInput, null) === true
    ? (read(sourcesInput, null) ?? []).filter((source) => read(visibility, source) === 'broken')
    : []
)

const rootBundles = ['content/index.md' as SourcePath, 'content/index.markdown' as SourcePath]

/** Source of the home page's own text: `content/_index.md`, else `content/index.md`; `undefined` when neither is to be shown. */
export const rootText: Query<null, SourcePath | undefined> = defineStoredQuery('rootText', ({read}) =>
  [read(textSource, ''), ...rootBundles].find((source) => {
    const why = source && read(visibility, source)
    return why === 'published' || why === 'broken'
  })
)

/** What a listing takes from its text. */
export interface ListingText
  extends Pick<FrontMatter, 'title' | 'description' | 'weight' | 'layout' | 'url' | 'params'> {
  readonly heading?: {readonly depth: number; readonly text: string}
}

/** The text of a listing, without its body; `undefined` when this build does not show it. */
export const publishedText: Query<SourcePath, ListingText | undefined> = defineStoredQuery(
  'publishedText',
  ({read, report}, source) => {
    if (read(visibility, source) !== 'published') return undefined
    const own = read(ownFrontMatter, source)
    if (own === undefined) return undefined
    const {title, description, weight, layout, url, params} = own.frontMatter
    const heading = title === undefined ? read(firstHeading, source) : undefined
    const {kind, folders} = sourceNameOf(source)
    const [top] = folders
    const hasOwnAddress = top !== undefined && !read(taxonomyNames, null).includes(top)
    report(unusedFields(source, own, ['slug', 'aliases']))
    if (!hasOwnAddress) report(unusedFields(source, own, ['url']))
    if (kind === 'page') report(unusedFields(source, own, ['cascade']))
    return {
      ...(title === undefined ? {} : {title}),
      ...(description === undefined ? {} : {description}),
      ...(weight === undefined ? {} : {weight}),
      ...(layout === undefined ? {} : {layout}),
      ...(url === undefined || !hasOwnAddress ? {} : {url}),
      ...(heading === undefined ? {} : {heading}),
      params
    }
  }
)

/** Names of the sections. */
export const sections: Query<null, ReadonlyArray<string>> = defineStoredQuery('sections', ({read}) =>
  sectionNames(read(published, null), read(taxonomyNames, null))
)

/** Name of the section that holds a folder. */
export const sectionOf: Query<string, string> = defineStoredQuery('sectionOf', ({read}, folder) =>
  sectionOfFolders(folder.split('/'), read(sections, null))
)
