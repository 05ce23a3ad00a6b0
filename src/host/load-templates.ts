import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import type {BundleProblem} from './bundle-code.ts'
import {type Bundle, type BundledModule, withBundle} from './bundle-modules.ts'
import {isWithin} from './list-files.ts'
import {listSite} from './list-site.ts'
import {
  cannotLoadTemplate,
  severalTemplates,
  templateSyntax,
  templateThrows,
  templateWithoutDefault
} from './messages.ts'
import {findOverlaid, type SiteFolders} from './site-folders.ts'
import {traceError} from './trace-error.ts'

/**
 * Every template of the site and the theme, sorted by name: files of TypeScript or JavaScript below `templates/` that
 * are not in `templates/assets/` nor in any folder `components/`.
 *
 * Diagnostics, all errors: `host/template-syntax`, `host/cannot-load-template` (either leaves no template at all, since
 * templates share their parts), `host/template-throws`, `host/template-without-default`, `host/several-templates`, and
 * those of listing the files.
 */
export async function loadTemplates(folders: SiteFolders): Promise<Checked<ReadonlyArray<LoadedTemplate>>> {
  const listed = listSite(folders, 'templates', [])
  const {value: entries, diagnostics} = chooseEntries(
    listed.value.flatMap(({path}) => toEntry(folders, path))
  )
  if (entries.length === 0) return {value: [], diagnostics: [...listed.diagnostics, ...diagnostics]}
  const code = {purpose: 'templates' as const, files: entries.map(({absolute}) => absolute)}
  const loaded = await withBundle(folders, code, (bundle) => loadAll(folders, entries, bundle))
  return {value: loaded.value, diagnostics: [...listed.diagnostics, ...diagnostics, ...loaded.diagnostics]}
}

interface Entry {
  readonly name: string
  /** Path from the site's root. */
  readonly file: string
  readonly absolute: string
  /** Whether the file is the theme's. */
  readonly isBuiltIn: boolean
}

function toEntry(folders: SiteFolders, file: string): ReadonlyArray<Entry> {
  const [, name = '', extension = ''] = /^templates\/(.+?)\.((?:d\.)?[jt]sx?)$/.exec(file) ?? []
  const isPart = name.startsWith('assets/') || name.split('/').slice(0, -1).includes('components')
  const absolute = findOverlaid(folders, file)
  if (name === '' || extension.startsWith('d.') || isPart || absolute === undefined) return []
  return [{name, file, absolute, isBuiltIn: isWithin(absolute, folders.theme)}]
}

/** One entry for each name: the site's before the theme's. */
function chooseEntries(entries: ReadonlyArray<Entry>): Checked<ReadonlyArray<Entry>> {
  const diagnostics: Array<Diagnostic> = []
  const entriesByName = new Map<string, Entry>()
  for (const entry of entries) {
    const other = entriesByName.get(entry.name)
    if (other === undefined || (other.isBuiltIn && !entry.isBuiltIn)) entriesByName.set(entry.name, entry)
    else if (other.isBuiltIn === entry.isBuiltIn) diagnostics.push(severalTemplates(entry.file, other.file))
  }
  const value = [...entriesByName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  return {value, diagnostics}
}

async function loadAll(
  folders: SiteFolders,
  entries: ReadonlyArray<Entry>,
  {modules, problems, folder}: Bundle
): Promise<Checked<ReadonlyArray<LoadedTemplate>>> {
  const templates: Array<LoadedTemplate> = []
  const diagnostics: Array<Diagnostic> = problems.map(toDiagnostic)
  for (const [index, entry] of entries.entries()) {
    const module = modules[index]
    if (module !== undefined) await loadOne(entry, module)
  }
  return {value: templates, diagnostics}

  async function loadOne({name, file}: Entry, {hash, load}: BundledModule): Promise<void> {
    try {
      const {default: render} = await load()
      if (isTemplate(render)) templates.push({name, file, hash, render})
      else diagnostics.push(templateWithoutDefault(file))
    } catch (error) {
      const {cause, origin} = traceError(error, folders, folder)
      diagnostics.push(templateThrows(origin?.file ?? file, origin?.place, cause))
    }
  }
}

function isTemplate(value: unknown): value is LoadedTemplate['render'] {
  return typeof value === 'function'
}

function toDiagnostic({kind, file, place, cause}: BundleProblem): Diagnostic {
  const message = kind === 'missing' ? cannotLoadTemplate : templateSyntax
  return message(file === '' ? 'templates' : file, place, cause)
}
