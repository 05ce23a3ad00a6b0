import {join} from 'node:path'
import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {LoadedTemplate, TemplateFile, Templates} from '#src/model/host.ts'
import {findBuiltTheme} from './built-theme.ts'
import {withBundle} from './bundle-modules.ts'
import {findKept, type KeptCode} from './kept-code.ts'
import {realPathOf} from './list-files.ts'
import type {CodeLoader} from './load-modules.ts'
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
  const {value: entries, partials, themePartials, diagnostics} = found
  if (entries.length === 0)
    return {known: {value: [], diagnostics}, load: async () => ({value: [], diagnostics})}
  const code = {purpose: 'templates' as const, files: entries.map(({absolute}) => absolute)}
  const built = builtTheme === undefined ? undefined : findBuiltTheme(folders, code, builtTheme)
  const kept = built ?? findKept(folders, code)
  if (kept?.areTemplates === true)
    return {known: identify(entries, kept, [...diagnostics, ...(await unused(kept.files))]), load}
  const loaded = load()
  // Whoever asks for them is told of what fails.
  loaded.catch(() => undefined)
  return {load: () => loaded}

  async function load(): Promise<Checked<ReadonlyArray<LoadedTemplate>>> {
    return withBundle({folders, code, kept, loader}, async (bundle) => {
      // A build without a change calls none.
      const {loadTemplates} = await import('./load-templates.ts')
      const loaded = await loadTemplates(folders, entries, bundle)
      // What cannot be bundled tells nothing of what it is made of.
      const others = bundle.problems.length > 0 ? [] : await unused(bundle.files)
      return {value: loaded.value, diagnostics: [...diagnostics, ...loaded.diagnostics, ...others]}
    })
  }

  async function unused(files: ReadonlySet<string>): Promise<ReadonlyArray<Diagnostic>> {
    const left = partials.filter((path) => {
      const file = join(folders.root, path)
      return !files.has(file) && !files.has(realPathOf(file) ?? '')
    })
    if (left.length === 0) return []
    const {unusedPartials} = await import('./unused-partials.ts')
    return unusedPartials(left, themePartials)
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
