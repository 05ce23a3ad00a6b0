import {mkdirSync, mkdtempSync, realpathSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {BundledCommand, Ended, Running, Start} from './bundled-command.ts'
import type {Contents} from './disturbances.ts'
import {folderTree} from './folder-tree.ts'
import {clockOf, contentOf, type SiteState} from './world.ts'
import {writeChanges} from './write-changes.ts'

/** A site on disk for processes that are started, and perhaps killed. */
export interface SiteFolder {
  readonly root: string
  /** Write what differs from the state shown before. */
  readonly show: (state: SiteState) => void
  /** Start a build of it. */
  readonly start: (wanted?: Omit<Start, 'argv'> & {readonly options?: ReadonlyArray<string>}) => Running
  /** Build it, undisturbed. */
  readonly build: () => Promise<Ended>
  /** `dist/` as it is. */
  readonly output: () => Contents
  readonly close: () => void
}

/** Make a folder for a site, in a folder of the given name. */
export function siteFolder(command: BundledCommand, name = 'site'): SiteFolder {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'galley-test-')))
  const [root, temporary] = [join(base, name), join(base, 'tmp')]
  for (const folder of [root, temporary]) mkdirSync(folder)
  const output = folderTree(() => join(root, 'dist'), '')
  let shown: SiteState = {files: {}, options: {}, day: 0}
  return {
    root,
    show(state) {
      writeChanges(root, shown.files, state.files)
      shown = state
    },
    start,
    build: () => start().ended,
    output: () => contentOf(output),
    close: () => rmSync(base, {recursive: true, force: true})
  }

  function start({options = [], environment, ...wanted}: Parameters<SiteFolder['start']>[0] = {}): Running {
    return command.start({
      ...wanted,
      argv: ['build', root, ...options],
      // What a killed process leaves in the system's temporary folder is removed with the site.
      environment: {TMPDIR: temporary, SOURCE_DATE_EPOCH: String(clockOf(shown) / 1000), ...environment}
    })
  }
}

/** Files that are no complete file of any of the versions. Names that only a build under way uses are passed over. */
export function tornFiles(output: Contents, versions: ReadonlyArray<Contents>): ReadonlyArray<string> {
  return [...output]
    .filter(([path]) => !path.split('/').some((name) => name.startsWith('.galley-')))
    .filter(
      ([path, content]) =>
        !versions.some((version) => Buffer.from(content).equals(version.get(path) ?? nothing))
    )
    .map(([path]) => path)
}

/** Like no file, since the sites of these tests have no file of one zero byte. */
const nothing = Buffer.from([0])
