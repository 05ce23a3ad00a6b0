import type {Revision} from '#src/graph/revision.ts'
import type {FrontMatter} from '#src/model/front-matter.ts'
import type {Page} from '#src/model/page.ts'
import type {Route} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {type Read, readsOf} from './explain.ts'
import {frontMatter, textSource} from './queries/defaults.ts'
import {componentInput, templateInput} from './queries/inputs.ts'
import {backlinksBySource} from './queries/links/backlinks.ts'
import {page} from './queries/pages.ts'
import {rootText} from './queries/publishing.ts'
import {linkedPages} from './queries/related.ts'
import {rendered} from './queries/rendered.ts'

/** What a page of the site is made of, and how it is joined to others. */
export interface PageAccount {
  /** Of its text; absent for a page that has none. */
  readonly source?: SourcePath
  /** With the defaults of its folders. */
  readonly frontMatter?: FrontMatter
  /** Files of the templates and components that it was rendered with, in order of use. */
  readonly templates: ReadonlyArray<UsedTemplate>
  /** What was asked to make it, in order. */
  readonly reads: ReadonlyArray<Read>
  /** Pages that its text links to, in order. */
  readonly links: ReadonlyArray<LinkedPage>
  /** Pages whose texts link to it; absent as long as some texts wait to be compiled. */
  readonly backlinks?: ReadonlyArray<LinkedPage>
}

/** A template or a component that a page uses. */
export interface UsedTemplate {
  /** From the root of the site. */
  readonly file: string
  readonly isBuiltIn: boolean
}

/** A page at the other end of a link. */
export type LinkedPage = Pick<Page, 'source' | 'title' | 'path'>

/** What is known of the page of a route, when it was rendered. */
export function accountOf(revision: Revision, route: Route): PageAccount {
  // Of what was not asked for there is no trace.
  revision.hash(rendered, route.path)
  const source = sourceOf(revision, route)
  const traces = revision.traces('all')
  const reads = readsOf(traces, `${rendered.name} ${JSON.stringify(route.path)}`)
  const ofBody = reads
    .filter(({query}) => query === 'body' || query === 'excerpt')
    .flatMap(({query, argument}) => readsOf(traces, `${query} ${argument}`))
  const backlinks = revision.get(backlinksBySource, null)
  const isPage = route.kind === 'page'
  return {
    ...(source === undefined ? {} : {source, ...frontMatterOf(revision, source)}),
    templates: templatesOf(revision, [...reads, ...ofBody]),
    reads,
    links: source === undefined ? [] : describe(revision, revision.get(linkedPages, source)),
    ...(backlinks === undefined
      ? {}
      : {backlinks: isPage ? describe(revision, backlinks[route.source] ?? []) : []})
  }
}

/** Source of the text of a page: that of a list may have one too. */
function sourceOf(revision: Revision, route: Route): SourcePath | undefined {
  if (route.kind === 'page') return route.source
  if (route.kind === 'home') return revision.get(rootText, null)
  return route.kind === 'section' ? revision.get(textSource, route.section) : undefined
}

function frontMatterOf(revision: Revision, source: SourcePath): Pick<PageAccount, 'frontMatter'> {
  const found = revision.get(frontMatter, source)
  return found === undefined ? {} : {frontMatter: found.frontMatter}
}

function templatesOf(revision: Revision, reads: ReadonlyArray<Read>): ReadonlyArray<UsedTemplate> {
  const inputs = [templateInput, componentInput]
  const used = reads.flatMap(({query, argument}) => {
    const input = inputs.find(({name}) => name === query)
    const found = input && revision.get(input, String(JSON.parse(argument)))
    return found === undefined ? [] : [{file: found.file, isBuiltIn: found.isBuiltIn === true}]
  })
  return [...new Map(used.map((template) => [template.file, template])).values()]
}

function describe(revision: Revision, sources: ReadonlyArray<SourcePath>): ReadonlyArray<LinkedPage> {
  return sources.flatMap((source) => {
    const found = revision.get(page, source)
    return found === undefined ? [] : [{source, title: found.title, path: found.path}]
  })
}
