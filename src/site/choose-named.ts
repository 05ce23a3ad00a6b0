import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'

/** A page that a wikilink may mean. */
export interface NamedPage {
  readonly source: SourcePath
  readonly path: RoutePath
  /** Slugs of the folders that its source stands in. */
  readonly folders: ReadonlyArray<string>
  /** Whether the name is that of its file, not its title. */
  readonly isFileName: boolean
}

/**
 * The pages that are meant by a name: a file's name goes before a title, and what stands in the folder of the article before all
 * else. One page where the name is clear, several by address where it is not.
 *
 * @param pages
 *   Those of the name.
 * @param folders
 *   Slugs of the folders that stand before the name.
 * @param near
 *   Slugs of the folders of the article that has the link.
 */
export function chooseNamed(
  pages: ReadonlyArray<NamedPage>,
  folders: ReadonlyArray<string>,
  near: ReadonlyArray<string>
): ReadonlyArray<NamedPage> {
  const inFolders = pages.filter((page) => endsWith(page.folders, folders))
  const byFileName = preferred(inFolders, ({isFileName}) => isFileName)
  const nearby = preferred(byFileName, (page) => page.folders.join('/') === near.join('/'))
  return [...nearby].sort((a, b) => (a.path < b.path ? -1 : 1))
}

function preferred(
  pages: ReadonlyArray<NamedPage>,
  isPreferred: (page: NamedPage) => boolean
): ReadonlyArray<NamedPage> {
  const first = pages.filter(isPreferred)
  return first.length === 0 ? pages : first
}

function endsWith(folders: ReadonlyArray<string>, end: ReadonlyArray<string>): boolean {
  return end.every((folder, index) => folders[folders.length - end.length + index] === folder)
}
