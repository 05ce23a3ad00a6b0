import {join} from 'node:path'
import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {LoadedTemplate, TemplateFile, Templates} from '#src/model/host.ts'
import {findBuiltTheme} from './built-theme.ts'
import type {BundleProblem} from './bundle-code.ts'
import {type Bundle, type BundledModule, withBundle} from './bundle-modules.ts'
import {findKept, type KeptCode} from './kept-code.ts'
import {realPathOf} from './list-files.ts'
import type {CodeLoader} from './load-modules.ts'
import {
  cannotLoadTemplate,
  missingExport,
  templateSyntax,
  templateThrows,
  templateWithoutDefault,
  unusedPartial
} from './messages.ts'
import type {SiteFolders} from './site-folders.ts'
import {findTemplateFiles, type TemplateEntry} from './template-files.ts'

/**
 * Every template of the site and the theme, sorted by name: files of TypeScript or JavaScript below `templates/` that
 * are not in `templates/assets/` nor in any folder `partials/`. Those that have to be bundled are loaded at once.
 *
 * Diagnostics, all errors: `host/template-syntax`, `host/cannot-load-template` (either leaves no template at all, since
 * templates share their partials, as does `host/missing-export`), `host/template-throws`, `host/template-without-default`, `host/several-templates`, and
 * those of listing the files. A hint: `host/unused-partial`.
 *
 * @param builtTheme
 *   Absolute path of the folder with the theme as it was bundled with Galley; absent when there is none.
 */
export async function findTemplates(
  folders: SiteFolders,
  builtTheme: string | undefined,
  loader: CodeLoader
): Promise<Templates> {
  const found = findTemplateFiles(folders)
  const {value: entries, partials, diagnostics} = found
  if (entries.length === 0)
    return {known: {value: [], diagnostics}, load: async () => ({value: [], diagnostics})}
  const code = {purpose: 'templates' as const, files: entries.map(({absolute}) => absolute)}
  const built = builtTheme === undefined ? undefined : findBuiltTheme(folders, code, builtTheme)
  const kept = built ?? findKept(folders, code)
  if (kept?.areTemplates === true)
    return {known: identify(entries, kept, [...diagnostics, ...unused(kept.files)]), load}
  const loaded = load()
  // Whoever asks for them is told of what fails.
  loaded.catch(() => undefined)
  return {load: () => loaded}

  async function load(): Promise<Checked<ReadonlyArray<LoadedTemplate>>> {
    return withBundle({folders, code, kept, loader}, async (bundle) => {
      const loaded = await loadAll(folders, entries, bundle)
      // What cannot be bundled tells nothing of what it is made of.
      const others = bundle.problems.length > 0 ? [] : unused(bundle.files)
      return {value: loaded.value, diagnostics: [...diagnostics, ...loaded.diagnostics, ...others]}
    })
  }

  function unused(files: ReadonlySet<string>): ReadonlyArray<Diagnostic> {
    return partials
      .filter((path) => {
        const file = join(folders.root, path)
        return !files.has(file) && !files.has(realPathOf(file) ?? '')
      })
      .map(unusedPartial)
  }
}

function identify(
  entries: ReadonlyArray<TemplateEntry>,
  {hashes}: KeptCode,
  diagnostics: ReadonlyArray<Diagnostic>
): Checked<ReadonlyArray<TemplateFile>> {
  const value = entries.map(({name, file, isBuiltIn}, index) => ({
    ...{name, file, isBuiltIn},
    hash: hashes[index] ?? ''
  }))
  return {value, diagnostics}
}

async function loadAll(
  folders: SiteFolders,
  entries: ReadonlyArray<TemplateEntry>,
  bundle: Bundle
): Promise<Checked<ReadonlyArray<LoadedTemplate>>> {
  const {modules, problems} = bundle
  const templates: Array<LoadedTemplate> = []
  const diagnostics: Array<Diagnostic> = problems.map(toDiagnostic)
  const [{traceError}, {literalFinder}] = await Promise.all([
    import('./trace-error.ts'),
    import('./find-literal.ts')
  ])
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
