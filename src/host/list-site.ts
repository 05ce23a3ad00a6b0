import type {Checked} from '#src/diagnostics/diagnostic.ts'
import type {FileEntry} from '#src/model/host.ts'
import {listFiles} from './list-files.ts'
import type {SiteFolders} from './site-folders.ts'

/**
 * Files of the site below a folder, sorted by code unit; below `templates/` also those of the theme that the site has
 * no file of the same path for.
 *
 * @param excluded
 *   Absolute folders that are passed over.
 */
export function listSite(
  {root, theme}: SiteFolders,
  folder: string,
  excluded: ReadonlyArray<string>
): Checked<ReadonlyArray<FileEntry>> {
  const asked = folder.split('/').filter((name) => name !== '' && name !== '.')
  const own = listFiles({root, folder: asked.join('/'), prefix: '', excluded})
  const [first, ...below] = asked
  if (first !== undefined && first !== 'templates') return own
  const builtIn = listFiles({root: theme, folder: below.join('/'), prefix: 'templates/', excluded: []})
  const paths = new Set(own.value.map(({path}) => path))
  const files = [...own.value, ...builtIn.value.filter(({path}) => !paths.has(path))]
  return {
    value: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    diagnostics: [...own.diagnostics, ...builtIn.diagnostics]
  }
}
