import {CycleError, UntrackedReadError} from '#src/graph/errors.ts'
import {defineQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {Output} from '#src/model/output.ts'
import type {Page} from '#src/model/page.ts'
import type {Route, RoutePath} from '#src/model/route.ts'
import type {ViewByKind} from '#src/model/view.ts'
import {missingTemplate, templateFailed, unknownLayout} from '#src/render/messages.ts'
import {renderHtml} from '#src/render/render-html.ts'
import {renderRedirect} from '#src/render/render-redirect.ts'
import {type TemplateChoice, templateNames} from '#src/render/template-names.ts'
import {toOutputPath} from '#src/routing/route-path.ts'
import {assetInput, templateInput, templatesInput} from './inputs.ts'
import {listingRules, section, term, terms} from './listings.ts'
import {ownFrontMatter, page} from './pages.ts'
import {questionsOf, readListing} from './questions.ts'
import {routeAt} from './routes.ts'
import {checkImages} from './text.ts'

/** The bytes for a route; `undefined` when there is no such route, or when its template failed. */
export const output: Query<RoutePath, Output | undefined> = defineQuery('output', (context, path) => {
  const route = context.read(routeAt, path)
  if (route === undefined) return undefined
  if (route.kind === 'asset') {
    const hash = context.read(assetInput, route.source) ?? ''
    return {kind: 'copy', path: toOutputPath(path), source: route.source, hash}
  }
  const text = renderRoute(context, route)
  return text === undefined ? undefined : {kind: 'text', path: toOutputPath(path), text}
})

type Renderer<Kind extends Route['kind']> = (
  context: QueryContext,
  route: Extract<Route, {kind: Kind}>
) => string | undefined

type RenderedKind = Exclude<Route['kind'], 'asset'>

const renderers: {readonly [Kind in RenderedKind]: Renderer<Kind>} = {
  page: (context, route) => {
    const found = context.read(page, route.source)
    if (found === undefined) return undefined
    context.read(checkImages, route.source)
    const choice = {kind: found.kind, folder: found.section, layout: found.layout, source: found.source}
    return render(context, choice, {path: route.path, view: questionsOf(context), page: found})
  },
  home: (context, route) => renderSection(context, {...route, section: ''}, 'home'),
  section: (context, route) => renderSection(context, route, 'section'),
  taxonomy: (context, route) => {
    const {read} = context
    const {taxonomy, path} = route
    const view = questionsOf(context)
    const text = read(section, taxonomy)
    return render(
      context,
      {kind: 'taxonomy', folder: taxonomy},
      {
        path,
        view,
        taxonomy,
        title: view.taxonomyTitle(taxonomy),
        terms: read(terms, taxonomy),
        ...(text === undefined ? {} : {section: text})
      }
    )
  },
  term: (context, route) => {
    const {taxonomy, pageNumber, path} = route
    const found = context.read(term, [taxonomy, route.term])
    if (found === undefined) return undefined
    const request = {...context.read(listingRules, {taxonomy, term: route.term}), pageNumber}
    return render(
      context,
      {kind: 'term', folder: taxonomy, layout: found.layout, source: found.source},
      {
        path,
        view: questionsOf(context),
        taxonomy,
        term: found,
        listing: readListing(context, request, found.path)
      }
    )
  },
  notFound: (context, {path}) =>
    render(context, {kind: '404', folder: ''}, {path, view: questionsOf(context)}),
  redirect: (context, {to}) => {
    const view = questionsOf(context)
    return renderRedirect({href: view.href({path: to}), permalink: view.permalink({path: to})})
  }
}

function renderRoute(context: QueryContext, route: Extract<Route, {kind: RenderedKind}>): string | undefined {
  // One renderer per kind: TypeScript cannot see that the route's kind picks the renderer of that very kind.
  const renderer = renderers[route.kind] as Renderer<RenderedKind>
  return renderer(context, route)
}

function renderSection(
  context: QueryContext,
  route: {readonly path: RoutePath; readonly section: string; readonly pageNumber: number},
  kind: 'home' | 'section'
): string | undefined {
  const found = context.read(section, route.section)
  if (found === undefined) return undefined
  const request = {...context.read(listingRules, {section: route.section}), pageNumber: route.pageNumber}
  return render(
    context,
    {kind, folder: route.section, layout: found.layout, source: found.source},
    {
      path: route.path,
      view: questionsOf(context),
      section: found,
      listing: readListing(context, request, found.path)
    }
  )
}

type Choice = TemplateChoice & {readonly source?: Page['source'] | undefined}

/** Render a view with the best template there is; what the template throws is a diagnostic. */
function render(
  context: QueryContext,
  choice: Choice,
  view: ViewByKind[keyof ViewByKind]
): string | undefined {
  const {read, report} = context
  const known = read(templatesInput, null) ?? []
  const name = templateNames(choice).find((candidate) => known.includes(candidate))
  const template = name === undefined ? undefined : read(templateInput, name)
  if (template === undefined) {
    report([choice.layout === undefined ? missingTemplate(choice.kind) : layoutProblem(read, choice, known)])
    return undefined
  }
  try {
    return renderHtml(template.render, Object.freeze(view) as never)
  } catch (problem) {
    if (problem instanceof CycleError || problem instanceof UntrackedReadError) throw problem
    report([
      templateFailed(
        template.file,
        undefined,
        view.path,
        problem instanceof Error ? problem.message : String(problem)
      )
    ])
    return undefined
  }
}

function layoutProblem(
  read: QueryContext['read'],
  {source, layout = '', kind}: Choice,
  known: ReadonlyArray<string>
): ReturnType<typeof unknownLayout> {
  const places = source === undefined ? undefined : read(ownFrontMatter, source)?.places
  return unknownLayout(source ?? `templates/${kind}.tsx`, places?.['/layout'], layout, known)
}
