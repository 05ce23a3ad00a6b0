import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {isWithin} from './list-files.ts'
import {listSite} from './list-site.ts'
import {severalTemplates} from './messages.ts'
import {findOverlaid, type SiteFolders} from './site-folders.ts'

/** The file of a template. */
export interface TemplateEntry {
  /** Path below `templates/` without extension. */
  readonly name: string
  /** Path from the site's root. */
  readonly file: string
  readonly absolute: string
  /** Whether the file is the theme's. */
  readonly isBuiltIn: boolean
}

/**
 * The files of all templates of the site and the theme, sorted by name.
 *
 * Diagnostics: `host/several-templates`, and those of listing the files.
 */
export function findTemplateFiles(folders: SiteFolders): Checked<ReadonlyArray<TemplateEntry>> {
  const listed = listSite(folders, 'templates', [])
  const {value, diagnostics} = chooseEntries(listed.value.flatMap(({path}) => toEntry(folders, path)))
  return {value, diagnostics: [...listed.diagnostics, ...diagnostics]}
}

function toEntry(folders: SiteFolders, file: string): ReadonlyArray<TemplateEntry> {
  const [, name = '', extension = ''] = /^templates\/(.+?)\.((?:d\.)?[jt]sx?)$/.exec(file) ?? []
  const isPart = name.startsWith('assets/') || name.split('/').slice(0, -1).includes('partials')
  const absolute = findOverlaid(folders, file)
  if (name === '' || extension.startsWith('d.') || isPart || absolute === undefined) return []
  return [{name, file, absolute, isBuiltIn: isWithin(absolute, folders.theme)}]
}

/** One entry for each name: the site's before the theme's. */
function chooseEntries(entries: ReadonlyArray<TemplateEntry>): Checked<ReadonlyArray<TemplateEntry>> {
  const diagnostics: Array<Diagnostic> = []
  const entriesByName = new Map<string, TemplateEntry>()
  for (const entry of entries) {
    const other = entriesByName.get(entry.name)
    if (other === undefined || (other.isBuiltIn && !entry.isBuiltIn)) entriesByName.set(entry.name, entry)
    else if (other.isBuiltIn === entry.isBuiltIn) diagnostics.push(severalTemplates(entry.file, other.file))
  }
  const value = [...entriesByName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  return {value, diagnostics}
}
