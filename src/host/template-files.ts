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
  /** Those of the theme that the site has not replaced. */
  readonly themePartials: ReadonlyArray<string>
}

/**
 * The files of all templates of the site and the theme, sorted by name.
 *
 * Diagnostics: `host/several-templates`, and those of listing the files.
 */
export function findTemplateFiles(folders: SiteFolders): TemplateFiles {
  const listed = listSite(folders, 'templates', [])
  const files = listed.value.flatMap(({path: file}) => {
    const absolute = findOverlaid(folders, file)
    return absolute === undefined ? [] : [{file, absolute, isBuiltIn: isWithin(absolute, folders.theme)}]
  })
  const {value, diagnostics} = chooseEntries(
    files.flatMap((file) => {
      const name = templateName(file.file)
      return name === undefined ? [] : [{name, ...file}]
    })
  )
  const partials = files.filter(({file}) => isPartial(file))
  return {
    value,
    partials: partials.flatMap(({file, isBuiltIn}) => (isBuiltIn ? [] : [file])),
    themePartials: partials.flatMap(({file, isBuiltIn}) => (isBuiltIn ? [file] : [])),
    diagnostics: [...listed.diagnostics, ...diagnostics]
  }
}

/** Path of a template below `templates/` without extension; `undefined` for what templates are made of. */
function templateName(file: string): string | undefined {
  const [, name] = /^templates\/(.+?)(?<!\.d)\.[jt]sx?$/.exec(file) ?? []
  return name === undefined || name.startsWith('assets/') || inPartials.test(file) ? undefined : name
}

/** Whether a file can be there for templates alone, and for nobody who reads them or tries them. */
function isPartial(file: string): boolean {
  const isCode =
    inPartials.test(file) && /\.[jt]sx?$/.test(file) && !/\.(?:d|test|spec|stories)\.[jt]sx?$/.test(file)
  const isText = /\.(?:css|json|svg|txt)$/.test(file) && !file.startsWith('templates/assets/')
  return isCode || isText
}

const inPartials = /^templates\/(?:.*\/)?partials\//

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
