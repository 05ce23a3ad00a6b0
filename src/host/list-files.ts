import {type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync} from 'node:fs'
import {join, sep} from 'node:path'
import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {FileEntry} from '#src/model/host.ts'
import type {SourcePath} from '#src/model/source.ts'
import {badFileName, brokenSymlink, notAFile, symlinkLoop, symlinkOutside, unreadable} from './messages.ts'
import {stampOf} from './stamp.ts'
import {causeOf, errorCodeOf} from './system-error.ts'

/** Which folder is walked, and what is no source in it. */
export interface Walk {
  /** Absolute; links may not lead out of it. */
  readonly root: string
  /** From `root`, with `/`; empty for the root itself. */
  readonly folder: string
  /** Put before the paths of the answer, such as `templates/`. */
  readonly prefix: string
  /** Absolute folders that are passed over, wherever links lead. */
  readonly excluded: ReadonlyArray<string>
}

/**
 * Regular files below a folder, sorted by code unit; none when there is no such folder.
 *
 * Names that start with `.` or end in `~`, and `node_modules`, are passed over. Diagnostics: `host/not-a-file`,
 * `host/symlink-loop`, `host/broken-symlink`, `host/bad-file-name` (warnings), `host/symlink-outside`,
 * `host/unreadable` (errors).
 */
export function listFiles({root, folder, prefix, excluded}: Walk): Checked<ReadonlyArray<FileEntry>> {
  const files: Array<FileEntry> = []
  const diagnostics: Array<Diagnostic> = []
  const realRoot = realFolder(root)
  const excludedReal = excluded.map((path) => realPathOf(path) ?? path)
  if (realRoot !== undefined && !folder.split('/').some(isPassedOver)) {
    const real = realFolder(join(root, folder))
    if (real !== undefined) enter(folder, real, [])
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1))
  return {value: files, diagnostics}

  /** Where a folder is; `undefined` when nothing is there. What cannot be looked at is no empty folder: all output would be removed. */
  function realFolder(path: string): string | undefined {
    try {
      return realpathSync(path)
    } catch (error) {
      const code = errorCodeOf(error)
      if (code !== 'ENOENT' && code !== 'ENOTDIR')
        diagnostics.push(unreadable(prefix + folder, causeOf(error)))
      return undefined
    }
  }

  /** Walk the folder with this path, which is `real` after links; `above` are the real paths of those around it. */
  function enter(path: string, real: string, above: ReadonlyArray<string>): void {
    if (realRoot === undefined || !isWithin(real, realRoot)) {
      diagnostics.push(symlinkOutside(prefix + path))
      return
    }
    if (excludedReal.some((folder) => isWithin(real, folder))) return
    // Only a link can lead back to a folder that is being walked.
    if (above.some((folder) => isWithin(folder, real))) {
      diagnostics.push(symlinkLoop(prefix + path))
      return
    }
    let entries: ReadonlyArray<Dirent>
    try {
      entries = readdirSync(real, {withFileTypes: true})
    } catch (error) {
      if (errorCodeOf(error) !== 'ENOENT') diagnostics.push(unreadable(prefix + path, causeOf(error)))
      return
    }
    for (const entry of entries) {
      if (isPassedOver(entry.name)) continue
      visit(path === '' ? entry.name : `${path}/${entry.name}`, join(real, entry.name), entry, [
        ...above,
        real
      ])
    }
  }

  function visit(path: string, absolute: string, entry: Dirent, above: ReadonlyArray<string>): void {
    if (entry.isDirectory()) enter(path, absolute, above)
    else if (entry.isSymbolicLink()) follow(path, absolute, above)
    else if (entry.isFile()) add(path, absolute, (file) => lstatSync(file))
    else diagnostics.push(notAFile(prefix + path))
  }

  function follow(path: string, absolute: string, above: ReadonlyArray<string>): void {
    let real: string
    let stats: Stats
    try {
      real = realpathSync(absolute)
      stats = statSync(real)
    } catch (error) {
      const code = errorCodeOf(error)
      if (code === 'ENOENT' || code === 'ENOTDIR') diagnostics.push(brokenSymlink(prefix + path))
      else if (code === 'ELOOP') diagnostics.push(symlinkLoop(prefix + path))
      else diagnostics.push(unreadable(prefix + path, causeOf(error)))
      return
    }
    if (stats.isDirectory()) enter(path, real, above)
    else if (realRoot === undefined || !isWithin(real, realRoot))
      diagnostics.push(symlinkOutside(prefix + path))
    else if (stats.isFile()) add(path, real, () => stats)
    else diagnostics.push(notAFile(prefix + path))
  }

  function add(path: string, absolute: string, read: (file: string) => Stats): void {
    try {
      files.push({path: (prefix + path) as SourcePath, ...stampOf(read(absolute))})
    } catch (error) {
      if (errorCodeOf(error) !== 'ENOENT') diagnostics.push(unreadable(prefix + path, causeOf(error)))
      // Bytes that are not UTF-8 arrive as U+FFFD, and no file has that name. Any other file was removed meanwhile.
      else if (path.includes('\uFFFD')) diagnostics.push(badFileName(prefix + path))
    }
  }
}

/** Whether `path` is `folder` or below it; both absolute. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

/** The path with all links followed; `undefined` when there is nothing. */
export function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

/** Of what others look for at a host by that name (RFC 8615): `security.txt`, proofs of who owns a domain. */
const wellKnown = '.well-known'

/** Whether files and folders of a name are none of the site: hidden ones, backups, packages. */
export function isPassedOver(name: string): boolean {
  return isHiddenName(name) || name.endsWith('~') || name === 'node_modules'
}

/** Whether a name hides a file or folder from people, and thereby from readers. */
function isHiddenName(name: string): boolean {
  return name.startsWith('.') && !['.', '..', wellKnown].includes(name)
}

/** Whether a file of the site, or a folder around it, is hidden; what lies in `content/` is there to be shown, also when it is. */
export function isHiddenPath(path: string): boolean {
  const names = path.split(/[/\\]/)
  return names[0] !== 'content' && names.some(isHiddenName)
}
