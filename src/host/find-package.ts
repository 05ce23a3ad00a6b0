import {readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {Checked} from '#src/diagnostics/diagnostic.ts'
import {readPackagePath, toPackagePath} from '#src/model/browser-packages.ts'
import type {FileEntry} from '#src/model/host.ts'
import {listFiles} from './list-files.ts'

/** A package that is installed for a site. */
interface InstalledPackage {
  /** Absolute. */
  readonly folder: string
  readonly version: string
}

/** Files of an installed package, by paths as `toPackagePath` makes them; none when the site does not have it. */
export function listPackage(root: string, name: string): Checked<ReadonlyArray<FileEntry>> {
  const found = findPackage(root, name)
  if (found === undefined) return {value: [], diagnostics: []}
  const {folder, version} = found
  return listFiles({root: folder, folder: '', prefix: toPackagePath({name, version, file: ''}), excluded: []})
}

/** The file that a path of `listPackage` means, absolute; `undefined` for all others. */
export function locateInPackage(root: string, path: string): string | undefined {
  const parts = readPackagePath(path)
  const found = parts === undefined ? undefined : findPackage(root, parts.name)
  if (parts === undefined || found?.version !== parts.version) return undefined
  return parts.file.split('/').includes('..') ? undefined : join(found.folder, parts.file)
}

/** As Node finds it: in the site's folder, or in one above. */
export function findPackage(root: string, name: string): InstalledPackage | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    const version = versionIn(candidate)
    if (version !== undefined) return {folder: candidate, version}
    if (folder === dirname(folder)) return undefined
  }
}

function versionIn(folder: string): string | undefined {
  try {
    const {version}: {readonly version?: unknown} = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8')
    )
    return typeof version === 'string' && /^[\w.+-]+$/.test(version) ? version : undefined
  } catch {
    return undefined
  }
}
