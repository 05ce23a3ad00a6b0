import {typeFrontMatter} from '#src/content/type-front-matter.ts'
import {defineQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {CompiledBody, Heading} from '#src/model/document.ts'
import type {FrontMatter, FrontMatterPlaces} from '#src/model/front-matter.ts'
import type {Page} from '#src/model/page.ts'
import type {SiteConfig} from '#src/model/site-config.ts'
import type {SourcePath} from '#src/model/source.ts'
import {readingTime} from '#src/render/reading-time.ts'
import {permalinkOf} from '#src/routing/permalink.ts'
import {toRoutePath} from '#src/routing/route-path.ts'
import {applySchema} from '#src/site/apply-schema.ts'
import {joinDefaults, withDefaults} from '#src/site/cascade.ts'
import {describePage} from '#src/site/describe-page.ts'
import {fileReference} from '#src/site/file-reference.ts'
import {sectionLineage, sectionNames, sectionOfFolders} from '#src/site/sections.ts'
import {sourceNameOf} from '#src/site/source-name.ts'
import {type Visibility, visibilityOf} from '#src/site/visibility.ts'
import {configFileInput, configInput, documentInput, schemaInput, sourcesInput, todayInput} from './inputs.ts'

/** What a document says of itself. */
interface OwnFrontMatter {
  readonly frontMatter: FrontMatter
  readonly places: FrontMatterPlaces
  /** Whether it was read without error; of broken front matter nothing that it lacks is worth a warning. */
  readonly isIntact: boolean
}

/** The configuration, which every revision has. */
export function readConfig({read}: QueryContext): SiteConfig {
  const config = read(configInput, null)
  if (config === undefined) throw new Error('A revision was opened without a configuration')
  return config
}

/** Front matter of one source alone. */
export const ownFrontMatter: Query<SourcePath, OwnFrontMatter | undefined> = defineQuery(
  'ownFrontMatter',
  ({read}, source) => {
    const document = read(documentInput, source)
    return (
      document && {
        frontMatter: document.frontMatter,
        places: document.places,
        isIntact: !document.diagnostics.some(({severity}) => severity === 'error')
      }
    )
  }
)

/** Headings of a body. */
export const outline: Query<SourcePath, ReadonlyArray<Heading>> = defineQuery(
  'outline',
  ({read}, source) => read(documentInput, source)?.facts.outline ?? []
)

/** First heading of a body. */
export const firstHeading: Query<SourcePath, Pick<Heading, 'depth' | 'text'> | undefined> = defineQuery(
  'firstHeading',
  ({read}, source) => {
    const heading = read(outline, source)[0]
    return heading && {depth: heading.depth, text: heading.text}
  }
)

/** Words of a body. */
export const wordCount: Query<SourcePath, number> = defineQuery(
  'wordCount',
  ({read}, source) => read(documentInput, source)?.facts.wordCount ?? 0
)

/** Time to read a body; apart from the word count, so that most edits leave it as it is. */
export const readingMinutes: Query<SourcePath, number> = defineQuery('readingMinutes', ({read}, source) =>
  readingTime(read(wordCount, source))
)

/** Compiled body and excerpt, still with slots. */
export const compiledBody: Query<SourcePath, Pick<CompiledBody, 'body' | 'excerpt'> | undefined> =
  defineQuery('compiledBody', ({read}, source) => {
    const document = read(documentInput, source)
    return document && {body: document.body, excerpt: document.excerpt}
  })

/** Names of the sections. */
export const sections: Query<null, ReadonlyArray<string>> = defineQuery('sections', (context) =>
  sectionNames(context.read(sourcesInput, null) ?? [], Object.keys(readConfig(context).taxonomies))
)

/** Defaults for the documents of a folder: of the configuration and the `cascade` of each `_index.md` around it. */
export const cascade: Query<string, FrontMatter> = defineQuery('cascade', (context, folder) => {
  const {read, report} = context
  const levels = sectionLineage(folder).flatMap((name) => {
    const data = readConfig(context).sections[name]?.defaults ?? {}
    const defaults = typeFrontMatter(read(configFileInput, null) ?? '', {data, places: {}, written: {}})
    if (name === folder) report(defaults.diagnostics)
    const index = `content/${name === '' ? '' : `${name}/`}_index.md` as SourcePath
    return [defaults.value, read(ownFrontMatter, index)?.frontMatter.cascade ?? {params: {}}]
  })
  return joinDefaults(levels)
})

/** Front matter of a source over the defaults of its folders. */
export const frontMatter: Query<SourcePath, OwnFrontMatter | undefined> = defineQuery(
  'frontMatter',
  ({read}, source) => {
    const own = read(ownFrontMatter, source)
    if (own === undefined) return undefined
    const defaults = read(cascade, sourceNameOf(source).folders.join('/'))
    return {...own, frontMatter: withDefaults(own.frontMatter, defaults)}
  }
)

/** Whether this build shows a document; `undefined` when there is none. */
export const visibility: Query<SourcePath, Visibility | undefined> = defineQuery(
  'visibility',
  (context, source) => {
    const own = context.read(frontMatter, source)
    if (own === undefined) return undefined
    const day = sourceNameOf(source).day as FrontMatter['date']
    const dated = day === undefined ? own.frontMatter : {date: day, ...own.frontMatter}
    return visibilityOf(dated, context.read(todayInput, null) ?? '', readConfig(context))
  }
)

/** A document's identity in the site; `undefined` for the text of a listing and where there is no document. */
export const page: Query<SourcePath, Page | undefined> = defineQuery('page', (context, source) => {
  const {read, report} = context
  const name = sourceNameOf(source)
  const own = read(frontMatter, source)
  if (own === undefined || read(rootText, null) === source || name.kind === 'index') return undefined
  const config = readConfig(context)
  const section = sectionOfFolders(name.folders, read(sections, null))
  const identity = describePage({
    ...own,
    source,
    name,
    section,
    firstHeading: own.frontMatter.title === undefined ? read(firstHeading, source) : undefined,
    taxonomies: Object.keys(config.taxonomies),
    timeZone: config.timeZone
  })
  report(identity.diagnostics)
  const {slug, url, aliases} = own.frontMatter
  const lineage = sectionLineage(section)
  const pattern = lineage
    .map((ancestor) => config.sections[ancestor]?.permalink)
    .findLast((found) => found !== undefined)
  const path = permalinkOf({
    folders: name.folders,
    name: name.name,
    section,
    title: identity.value.title,
    ...(identity.value.date === undefined ? {} : {day: identity.value.date.day}),
    ...(slug === undefined ? {} : {slug}),
    ...(url === undefined ? {} : {url}),
    ...(pattern === undefined ? {} : {pattern})
  })
  const schemaSection = lineage.findLast((ancestor) => read(schemaInput, ancestor) !== undefined)
  const schema = schemaSection === undefined ? undefined : read(schemaInput, schemaSection)
  const params =
    schema === undefined
      ? {value: identity.value.params, diagnostics: []}
      : applySchema(schema, {
          file: source,
          section: schemaSection ?? '',
          params: identity.value.params,
          places: own.places
        })
  report(params.diagnostics)
  return {
    ...identity.value,
    ...imagesOf(identity.value, source),
    path,
    aliases: (aliases ?? []).map(toRoutePath),
    params: params.value
  }
})

const rootTextNames = ['content/_index.md' as SourcePath, 'content/index.md' as SourcePath]

/** Source of the home page's own text: `content/_index.md`, else `content/index.md`. */
export const rootText: Query<null, SourcePath | undefined> = defineQuery('rootText', ({read}) => {
  return rootTextNames.find((candidate) => read(documentInput, candidate) !== undefined)
})

const imageFields = ['previewImage', 'smallPreviewImage', 'socialPreviewImage'] as const

/** Image references that stand beside the source, as paths from the site's root. */
function imagesOf(
  images: Pick<Page, (typeof imageFields)[number]>,
  source: SourcePath
): Partial<typeof images> {
  const written = imageFields.flatMap((field) => {
    const reference = images[field]
    return reference === undefined ? [] : [[field, fileReference(reference, source)] as const]
  })
  return Object.fromEntries(written)
}
