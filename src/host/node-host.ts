import {join} from 'node:path'
import type {Host} from '#src/model/host.ts'
import {realPathOf} from './list-files.ts'
import {listSite} from './list-site.ts'
import {loadConfig} from './load-config.ts'
import {loadTemplates} from './load-templates.ts'
import {outputFolder, readIfPresent, replaceFile, resolveWithin} from './output-folder.ts'
import {findOverlaid, type SiteFolders} from './site-folders.ts'

/** The folders of a site on disk, absolute. */
export interface NodeHostOptions {
  /** Has `content/` and the configuration. */
  readonly root: string
  /** Made when something is written to it. */
  readonly output: string
  /** The built-in theme: what a site's `templates/` may have. */
  readonly theme: string
}

/** The host on disk. The clock is the system's, or the environment's `SOURCE_DATE_EPOCH` where that is set. */
export function nodeHost({root, output, theme}: NodeHostOptions): Host {
  const folders: SiteFolders = {root: realPathOf(root) ?? root, theme: realPathOf(theme) ?? theme}
  const excluded = [output, join(root, '.galley')]
  return {
    list: async (folder) => listSite(folders, folder, excluded),
    read: async (path) => {
      const own = resolveWithin(folders.root, path)
      return readIfPresent(path.startsWith('templates/') ? (findOverlaid(folders, path) ?? own) : own)
    },
    write: async (path, content) => replaceFile(resolveWithin(folders.root, path), content),
    loadConfig: (environment) => loadConfig(folders, environment),
    loadTemplates: () => loadTemplates(folders),
    now: readClock,
    output: outputFolder(output)
  }
}

/** @see https://reproducible-builds.org/specs/source-date-epoch/ */
function readClock(): number {
  const epochSeconds = process.env['SOURCE_DATE_EPOCH'] ?? ''
  return /^\d{1,12}$/.test(epochSeconds) ? Number(epochSeconds) * 1000 : Date.now()
}
