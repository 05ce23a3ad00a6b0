import type {Checked} from '#src/diagnostics/diagnostic.ts'
import type {FileEntry, Host, Templates} from '#src/model/host.ts'
import {isMarkdownPath, type SourcePath} from '#src/model/source.ts'

/** A host that does not look again at what nobody has told of. */
export interface ListingHost {
  readonly host: Host
  /** Something may have changed at a path of the site. */
  readonly hint: (path: string) => void
  /** Anything may have changed. */
  readonly forget: () => void
}

/** Folders with so many files that to look at all of them for each change is felt. The others are small, or have the theme beneath. */
const keptFolders: ReadonlySet<string> = new Set(['content', 'public'])

/**
 * Keep the lists of files from one look to the next: the next one takes fresh stamps of the paths that were hinted at. Templates are
 * kept as long as only texts were. What a hint did not tell of is found by the look after `forget`.
 */
export function keepListing(host: Host): ListingHost {
  const lists = new Map<string, Checked<ReadonlyArray<FileEntry>>>()
  let hints = new Set<string>()
  let templates: Promise<Templates> | undefined
  return {
    host: {...host, list, findTemplates},
    hint(path) {
      hints.add(path)
      // Templates hardly ever import a text: its edit is no reason to look at all that they import. The look after `forget` finds it if one does.
      if (!isMarkdownPath(path)) templates = undefined
    },
    forget() {
      lists.clear()
      templates = undefined
    }
  }

  async function findTemplates(): Promise<Templates> {
    templates ??= host.findTemplates()
    try {
      return await templates
    } catch (error) {
      templates = undefined
      throw error
    }
  }

  async function list(folder: string): Promise<Checked<ReadonlyArray<FileEntry>>> {
    if (!keptFolders.has(folder)) return host.list(folder)
    const within = `${folder}/`
    const hinted = [...hints].filter((path) => path === folder || path.startsWith(within))
    hints = new Set([...hints].filter((path) => !hinted.includes(path)))
    const known = lists.get(folder)
    const listed = known === undefined ? await host.list(folder) : await relist(folder, known, hinted)
    lists.set(folder, listed)
    return listed
  }

  /** A list with fresh entries for paths, or a whole one where there is anything but plain files. */
  async function relist(
    folder: string,
    known: Checked<ReadonlyArray<FileEntry>>,
    paths: ReadonlyArray<string>
  ): Promise<Checked<ReadonlyArray<FileEntry>>> {
    if (paths.length === 0) return known
    const isPlain = known.diagnostics.length === 0 && paths.length <= hintsMax && !paths.includes(folder)
    if (!isPlain) return host.list(folder)
    let entries = known.value
    for (const path of paths) {
      const fresh = await look(path)
      if (fresh === undefined) return host.list(folder)
      entries = replaceBelow(entries, path, fresh)
    }
    return {value: entries, diagnostics: []}
  }

  /** The files at a path, or below it; `undefined` when only the list of the whole folder tells. */
  async function look(path: string): Promise<ReadonlyArray<FileEntry> | undefined> {
    const found = await host.locate(path)
    if (found.kind === 'file') return [{path: path as SourcePath, ...found.stamp}]
    if (found.kind === 'absent') return []
    if (found.kind === 'outside') return undefined
    const below = await host.list(path)
    return below.diagnostics.length === 0 ? below.value : undefined
  }
}

/** Of more hints than these a look at everything takes less time. */
const hintsMax = 200

/** Entries with others in the place of those at a path and below it, sorted by code unit. */
function replaceBelow(
  entries: ReadonlyArray<FileEntry>,
  path: string,
  fresh: ReadonlyArray<FileEntry>
): ReadonlyArray<FileEntry> {
  const [file] = fresh
  const place = entries.findIndex((entry) => entry.path === path)
  // As nearly always, a file has other content.
  if (place !== -1 && file?.path === path) return entries.with(place, file)
  const isOther = (entry: FileEntry): boolean => entry.path !== path && !entry.path.startsWith(`${path}/`)
  const others = entries.filter(isOther)
  return [...others, ...fresh].sort((a, b) => (a.path < b.path ? -1 : 1))
}
