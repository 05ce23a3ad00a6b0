import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import type {BundleProblem} from './bundle-code.ts'
import type {Bundle, BundledModule} from './bundle-modules.ts'
import {
  cannotLoadTemplate,
  missingExport,
  templateSyntax,
  templateThrows,
  templateWithoutDefault
} from './code-messages.ts'
import {literalFinder} from './find-literal.ts'
import type {SiteFolders} from './site-folders.ts'
import type {TemplateEntry} from './template-files.ts'
import {traceError} from './trace-error.ts'

/** The templates of a bundle, ready to be called. What is wrong with one of them, or with the bundle, is an error. */
export async function loadTemplates(
  folders: SiteFolders,
  entries: ReadonlyArray<TemplateEntry>,
  bundle: Bundle
): Promise<Checked<ReadonlyArray<LoadedTemplate>>> {
  const {modules, problems} = bundle
  const templates: Array<LoadedTemplate> = []
  const diagnostics: Array<Diagnostic> = problems.map(toDiagnostic)
  const findLiteral = literalFinder(folders)
  for (const [index, entry] of entries.entries()) {
    const module = modules[index]
    if (module !== undefined) await loadOne(entry, module)
  }
  return {value: templates, diagnostics}

  async function loadOne(
    {name, file, isBuiltIn, absolute}: TemplateEntry,
    {hash, load}: BundledModule
  ): Promise<void> {
    try {
      const {default: render, attributes} = await load()
      if (isTemplate(render)) {
        const locate = (thrown: unknown) => traceError(thrown, folders, bundle).origin
        const find = (text: string) => findLiteral(text, absolute)
        const loaded = {name, file, hash, isBuiltIn, render, locate, find}
        templates.push(attributes === undefined ? loaded : {...loaded, attributes})
      } else diagnostics.push(templateWithoutDefault(file))
    } catch (error) {
      const {cause, origin} = traceError(error, folders, bundle)
      diagnostics.push(templateThrows(origin?.file ?? file, origin?.place, cause))
    }
  }
}

function isTemplate(value: unknown): value is LoadedTemplate['render'] {
  return typeof value === 'function'
}

function toDiagnostic({kind, file, place, cause}: BundleProblem): Diagnostic {
  if (kind === 'export') return missingExport(file, cause)
  const message = kind === 'missing' ? cannotLoadTemplate : templateSyntax
  return message(file === '' ? 'templates' : file, place, cause)
}
