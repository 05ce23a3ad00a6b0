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

/** The files of all templates, and what they can be made of. */
export interface TemplateFiles extends Checked<ReadonlyArray<TemplateEntry>> {
  /** Files of the site's own, in `partials/` or imported as text, by path from the site's root. */
  readonly partials: ReadonlyArray<string>
}

/**
 * The files of all templates of the site and the theme, sorted by name.
 *
 * Diagnostics: `host/several-templates`, and those of listing the files.
 */
export function findTemplateFiles(folders: SiteFolders): TemplateFiles {
  const listed = listSite(folders, 'templates', [])
  const {value, diagnostics} = chooseEntries(listed.value.flatMap(({path}) => toEntry(folders, path)))
  const partials = listed.value.flatMap(({path}) => (isPartial(folders, path) ? [path] : []))
  return {value, partials, diagnostics: [...listed.diagnostics, ...diagnostics]}
}

/** Whether a file can be there for templates alone, and for nobody who reads them or tries them. */
function isPartial(folders: SiteFolders, file: string): boolean {
  const isOwn = !isWithin(findOverlaid(folders, file) ?? folders.theme, folders.theme)
  const isCode =
    /^templates\/(?:.*\/)?partials\/.*\.[jt]sx?$/.test(file) &&
    !/\.(?:d|test|spec|stories)\.[jt]sx?$/.test(file)
  const isText = /\.(?:css|json|svg|txt)$/.test(file) && !file.startsWith('templates/assets/')
  return isOwn && (isCode || isText)
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
