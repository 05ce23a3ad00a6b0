import type {SourcePath} from '#src/model/source.ts'
import {sectionLineage} from './section-lineage.ts'
import {sourceNameOf} from './source-name.ts'

/**
 * Names of the sections: the root (empty), every folder at the top of `content/` that holds a document somewhere, and
 * every folder with an `_index.md`. Folders of taxonomies hold the texts of terms and are no sections.
 *
 * @param sources
 *   Those that the build shows.
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
  const names = new Set(sections)
  for (let depth = folders.length; depth > 0; depth--) {
    const name = folders.slice(0, depth).join('/')
    if (names.has(name)) return name
  }
  return ''
}

/** Names of the sections directly below each section, sorted by code unit; sections without any are left out. */
export function sectionsBelow(
  sections: ReadonlyArray<string>
): Readonly<Record<string, ReadonlyArray<string>>> {
  const names = new Set(sections)
  const below = new Map<string, Array<string>>()
  for (const name of [...sections].sort()) {
    const outer = sectionLineage(name).findLast((around) => around !== name && names.has(around))
    if (outer === undefined) continue
    const known = below.get(outer)
    if (known === undefined) below.set(outer, [name])
    else known.push(name)
  }
  return Object.fromEntries(below)
}
