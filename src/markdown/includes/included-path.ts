import type {SourcePath} from '#src/model/source.ts'

/**
 * The file that a text names: from its own folder, or from the site's root when the path begins with `/`. The path is taken as it
 * is written, without percent-encoding.
 *
 * @returns
 *   `undefined` when the path is empty, is a folder's, or leads out of the site.
 */
export function resolveIncluded(from: SourcePath, written: string): SourcePath | undefined {
  if (written === '' || written.endsWith('/') || /[\0\\]/.test(written)) return undefined
  const path = resolvePath(written.startsWith('/') ? '' : folderOf(from), written)
  return path === undefined || path === '' ? undefined : (path as SourcePath)
}

/** Folder of a file, with its slash; empty at the root. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** Resolve `.` and `..`; `undefined` when the path climbs above the root. */
export function resolvePath(folder: string, path: string): string | undefined {
  const segments: Array<string> = []
  for (const segment of `${folder}${path}`.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) return undefined
  }
  return segments.join('/')
}
