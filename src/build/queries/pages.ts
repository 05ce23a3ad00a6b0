import {defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {JsonObject} from '#src/model/json.ts'
import type {Page} from '#src/model/page.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {hasDate, permalinkOf} from '#src/routing/permalink.ts'
import {decodeAddress, toRoutePath} from '#src/routing/route-path.ts'
import {styledPath} from '#src/routing/url-style.ts'
import {applySchema} from '#src/site/apply-schema.ts'
import {describePage, type Identity} from '#src/site/describe-page.ts'
import {undated} from '#src/site/field-messages.ts'
import {withFileReferences} from '#src/site/file-reference.ts'
import {foreignFields} from '#src/site/foreign-fields.ts'
import {entryOf, type PageEntry} from '#src/site/page-entry.ts'
import {sectionLineage} from '#src/site/section-lineage.ts'
import {sourceNameOf} from '#src/site/source-name.ts'
import {unusedFields} from '#src/site/unused-fields.ts'
import {frontMatter} from './defaults.ts'
import {firstHeading, isIntact, type OwnFrontMatter, ownFrontMatter} from './documents.ts'
import {schemaInput} from './inputs.ts'
import {rootText, sectionOf} from './publishing.ts'
import {permalinkPattern, taxonomyNames, timeZone, urlStyle} from './settings.ts'
import {hasOwnTemplates} from './templates.ts'

/** A document's identity in the site; `undefined` for the text of a listing and where there is no document. */
export const page: Query<SourcePath, Page | undefined> = defineStoredQuery('page', (context, source) => {
  const {read, report} = context
  const name = sourceNameOf(source)
  const isRootText = name.name === '' && read(rootText, null) === source
  const own = name.kind === 'index' || isRootText ? undefined : read(frontMatter, source)
  if (own === undefined) return undefined
  const section = read(sectionOf, name.folders.join('/'))
  const {value: identity, diagnostics} = describePage({
    ...own,
    source,
    name,
    section,
    ...(own.frontMatter.title === undefined
      ? {firstHeading: read(firstHeading, source), isIntact: read(isIntact, source)}
      : {}),
    taxonomies: read(taxonomyNames, null),
    timeZone: read(timeZone, null)
  })
  report(diagnostics)
  const written = read(ownFrontMatter, source) ?? own
  report(unusedFields(source, written, ['cascade']))
  report(foreignFields(source, written, (name) => mayBeRead(context, name, section)))
  const {slug, url, aliases} = own.frontMatter
  const pattern = read(permalinkPattern, section)
  if (pattern !== undefined && url === undefined && identity.date === undefined && hasDate(pattern))
    report([undated(source, pattern)])
  const found = permalinkOf({
    folders: name.folders,
    name: name.name,
    section,
    title: identity.title,
    ...(identity.date === undefined ? {} : {day: identity.date.day}),
    ...(slug === undefined ? {} : {slug}),
    ...(url === undefined ? {} : {url}),
    ...(pattern === undefined ? {} : {pattern})
  })
  const path = url === undefined ? styledPath(found, read(urlStyle, null)) : found
  return {
    ...withFileReferences(identity, source),
    path,
    aliases: aliasesOf(aliases ?? [], path),
    params: paramsOf(context, identity, own)
  }
})

/** What of a page decides where it stands. Stored by itself, so that a title or description moves nothing. */
export const pageEntry: Query<SourcePath, PageEntry | undefined> = defineStoredQuery(
  'pageEntry',
  ({read}, source) => {
    const found = read(page, source)
    return found && entryOf(found)
  }
)

/** Title of a page; `undefined` for what is none. */
export const pageTitle: Query<SourcePath, string | undefined> = defineStoredQuery(
  'pageTitle',
  ({read}, source) => read(page, source)?.title
)

/** Each alias once, without the page's own address. */
function aliasesOf(aliases: ReadonlyArray<string>, path: RoutePath): ReadonlyArray<RoutePath> {
  const paths = new Set(aliases.map((alias) => toRoutePath(decodeAddress(alias))))
  paths.delete(path)
  return [...paths]
}

/** Whether a field of an author's own may mean something: to a schema, as a taxonomy, or to a template. */
function mayBeRead({read}: QueryContext, name: string, section: string): boolean {
  return (
    schemaOwner(read, section) !== undefined ||
    read(taxonomyNames, null).includes(name) ||
    read(hasOwnTemplates, null)
  )
}

/** The nearest section around a page that has a schema. */
function schemaOwner(read: QueryContext['read'], section: string): string | undefined {
  return sectionLineage(section).findLast((around) => read(schemaInput, around) !== undefined)
}

/** Params of a page as the schema of the nearest section that has one types them. */
function paramsOf(
  {read, report}: QueryContext,
  {source, section, params}: Identity,
  {places}: OwnFrontMatter
): JsonObject {
  const owner = schemaOwner(read, section)
  const schema = owner === undefined ? undefined : read(schemaInput, owner)
  if (schema === undefined) return params
  const typed = applySchema(schema, {file: source, section: owner ?? '', params, places})
  report(typed.diagnostics)
  return typed.value
}
