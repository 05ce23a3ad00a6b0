import {closest} from '#src/diagnostics/closest.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Revision} from '#src/graph/revision.ts'
import {argumentsOf, type Traces} from '#src/graph/traces.ts'
import {componentFolder} from '#src/model/component-folder.ts'
import type {Host, LoadedTemplate} from '#src/model/host.ts'
import type {SourcePath} from '#src/model/source.ts'
import {isForPages} from '#src/site/is-for-pages.ts'
import {unusedFile, unusedTemplate} from '#src/site/messages.ts'
import {assetAddress} from '../queries/authored-routes.ts'
import {assetsInput, componentInput, configInput, sourcesInput, templateInput} from '../queries/inputs.ts'
import {hiddenMentions} from '../queries/links/mentions.ts'
import {findNamed} from './find-named.ts'
import {shownFiles} from './shown-files.ts'

/** A site that was rendered. */
export interface UnusedRequest {
  readonly revision: Pick<Revision, 'get'>
  /** Of that revision: what pages show is what they asked for. */
  readonly traces: Traces
  /** All of them, the theme's too. */
  readonly templates: ReadonlyArray<LoadedTemplate>
  readonly host: Pick<Host, 'read' | 'locate'>
}

/**
 * Reports files of the site that nothing shows, and templates that nothing is rendered with: `site/unused-file`, `site/unused-template`. What drafts
 * show is in use.
 */
export async function findUnused(request: UnusedRequest): Promise<ReadonlyArray<Diagnostic>> {
  const hidden = request.revision.get(hiddenMentions, null)
  return [...(await unusedFiles(request, hidden.files)), ...unusedTemplates(request, hidden.templates)]
}

async function unusedFiles(
  {revision, traces, templates, host}: UnusedRequest,
  mentioned: ReadonlyArray<SourcePath>
): Promise<ReadonlyArray<Diagnostic>> {
  const assets = revision.get(assetsInput, null) ?? []
  const shown = shownFiles(traces)
  const seen = new Set<string>(mentioned)
  const left = assets.filter((file) => {
    // The files of a page that is not published have no address.
    const path = isForPages(file) && !seen.has(file) ? revision.get(assetAddress, file) : undefined
    return path !== undefined && !shown.files.has(file.normalize('NFC')) && !shown.paths.has(path)
  })
  if (left.length === 0) return []
  const named = await findNamed(left, {
    host,
    settings: JSON.stringify(revision.get(configInput, null)),
    assets,
    sources: revision.get(sourcesInput, null) ?? []
  })
  const unused = left.filter((file) => !named.has(file) && !isInCode(file))
  const own = await Promise.all(unused.map(async (file) => (await host.locate(file)).kind === 'file'))
  return unused.filter((_, index) => own[index]).map((file) => unusedFile(file))

  /** Whether a template names a file that no page has asked for yet, such as a style sheet for what no article has. */
  function isInCode(file: SourcePath): boolean {
    const path = revision.get(assetAddress, file) ?? ''
    const names = [path, path.slice(1), file, file.slice(file.lastIndexOf('/') + 1)]
    return templates.some(({find}) => names.some((name) => find?.(name) !== undefined))
  }
}

/** Templates and components of the site's own. */
function unusedTemplates(
  {traces, templates}: UnusedRequest,
  mentioned: ReadonlyArray<string>
): ReadonlyArray<Diagnostic> {
  const components = argumentsOf(traces, componentInput).map((name) => `components/${name}`)
  const called = new Set([...argumentsOf(traces, templateInput), ...components])
  const own = templates.filter(({name, isBuiltIn = false}) => !isBuiltIn && !called.has(name))
  // A layout is the name of a template, or of a folder of templates, in the folder of whatever section.
  const isMentioned = (name: string): boolean => mentioned.some((one) => `/${name}/`.includes(`/${one}/`))
  const known = templates.filter(({isBuiltIn = false}) => isBuiltIn).map(({name}) => name)
  return own
    .filter(({name}) => !isMentioned(name))
    .map(({name, file}) => unusedTemplate(file, intendedName(name, known)))
}

/** What a template was probably to be called: as one of the theme in its folder, or, in whatever folder, as one at the top. */
function intendedName(name: string, known: ReadonlyArray<string>): string | undefined {
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  const isThere =
    folder === componentFolder || known.some((other) => other.startsWith(folder) && folder !== '')
  const beside = known.flatMap((other) => {
    const [, around = '', last = ''] = /^(.*\/)?([^/]*)$/.exec(other) ?? []
    return around === (isThere ? folder : '') ? [last] : []
  })
  const own = name.slice(folder.length)
  const near = beside.includes(own) ? undefined : closest(own, beside)
  return near && folder + near
}
