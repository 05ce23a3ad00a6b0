import type {SourcePath} from '#src/model/source.ts'
import {sourceNameOf} from './source-name.ts'

/**
 * Names of the sections: the root (empty), every folder at the top of `content/` that holds a document somewhere, and
 * every folder with an `_index.md`. Folders of taxonomies hold the texts of terms and are no sections.
 *
 * @returns
 *   Sorted by code unit.
 */
export function sectionNames(
  sources: ReadonlyArray<SourcePath>,
  taxonomies: ReadonlyArray<string>
): ReadonlyArray<string> {
  const names = new Set([''])
  for (const source of sources) {
    const {kind, folders} = sourceNameOf(source)
    const [top] = folders
    if (top === undefined || taxonomies.includes(top)) continue
    names.add(top)
    if (kind === 'index') names.add(folders.join('/'))
  }
  return [...names].sort()
}

/** The nearest section that holds a folder. */
export function sectionOfFolders(folders: ReadonlyArray<string>, sections: ReadonlyArray<string>): string {
  for (let depth = folders.length; depth > 0; depth--) {
    const name = folders.slice(0, depth).join('/')
    if (sections.includes(name)) return name
  }
  return ''
}

/** The sections around a section, outermost first, itself last: ``, `docs`, `docs/guides`. */
export function sectionLineage(name: string): ReadonlyArray<string> {
  if (name === '') return ['']
  const folders = name.split('/')
  return ['', ...folders.map((_, index) => folders.slice(0, index + 1).join('/'))]
}

/** The sections directly below a section. */
export function childSections(name: string, sections: ReadonlyArray<string>): ReadonlyArray<string> {
  return sections.filter((section) => {
    if (section === name || !(name === '' || section.startsWith(`${name}/`))) return false
    return !sections.some((other) => other !== name && other !== '' && isBetween(name, other, section))
  })
}

function isBetween(outer: string, middle: string, inner: string): boolean {
  return inner.startsWith(`${middle}/`) && (outer === '' || middle.startsWith(`${outer}/`))
}
