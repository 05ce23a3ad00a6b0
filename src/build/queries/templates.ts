import {defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import type {Page} from '#src/model/page.ts'
import type {ViewByKind} from '#src/model/view.ts'
import {chooseTemplate, type TemplateChoice} from '#src/render/choose-template.ts'
import {missingTemplate, templateFailed, unknownLayout} from '#src/render/messages.ts'
import {isOfEngine} from './engine-errors.ts'
import {fieldSpot} from './field-spot.ts'
import {builtInTemplatesInput, templateInput, templatesInput} from './inputs.ts'

/** What decides on a template, and the text that a layout is named in. */
export type Choice = TemplateChoice & {readonly source?: Page['source'] | undefined}

/** Name of the best template there is; `undefined` when there is none. */
export const templateName: Query<TemplateChoice, string | undefined> = defineStoredQuery(
  'templateName',
  ({read}, choice) => {
    const builtIn = new Set(read(builtInTemplatesInput, null))
    const own = (read(templatesInput, null) ?? []).filter((name) => !builtIn.has(name))
    return chooseTemplate(choice, [new Set(own), builtIn])
  }
)

/** Whether the site has templates beside those of the theme, which may ask for any field. */
export const hasOwnTemplates: Query<null, boolean> = defineStoredQuery(
  'hasOwnTemplates',
  ({read}) => (read(templatesInput, null) ?? []).length > (read(builtInTemplatesInput, null) ?? []).length
)

/**
 * Call the best template there is for a view.
 *
 * @param make
 *   Makes something of the template and the view. What it throws is a diagnostic.
 */
export function callTemplate<Made>(
  context: QueryContext,
  choice: Choice,
  view: ViewByKind[keyof ViewByKind],
  make: (template: LoadedTemplate, view: never) => Made
): Made | undefined {
  const {read, report} = context
  const {kind, folder, layout, inherited} = choice
  const name = read(templateName, {kind, folder, layout, inherited})
  const template = name === undefined ? undefined : read(templateInput, name)
  if (template === undefined) {
    report([layout === undefined ? missingTemplate(kind) : layoutProblem(read, choice)])
    return undefined
  }
  try {
    return make(template, Object.freeze(view) as never)
  } catch (problem) {
    if (isOfEngine(problem)) throw problem
    const cause = problem instanceof Error ? problem.message : String(problem)
    const called = {file: template.file, path: view.path}
    report([templateFailed(called, cause, template.locate?.(problem))])
    return undefined
  }
}

function layoutProblem(
  read: QueryContext['read'],
  {source, layout = '', kind}: Choice
): ReturnType<typeof unknownLayout> {
  const known = layoutsOf(read(templatesInput, null) ?? [])
  const spot = source === undefined ? {file: `templates/${kind}.tsx`} : fieldSpot(read, source, ['layout'])
  return unknownLayout(spot, layout, known)
}

/** What a layout may be: a template, or a folder with one for each kind. */
function layoutsOf(templates: ReadonlyArray<string>): ReadonlyArray<string> {
  return [...new Set(templates.map((name) => name.split('/')[0] ?? name))].sort()
}
