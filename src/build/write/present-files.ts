import {type Hash, hashText} from '#src/graph/hash.ts'
import type {Host} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {type Manifest, type WrittenFile, writtenFile} from './manifest.ts'

/** What was in the output folder when it was first asked for. */
export interface PresentFiles {
  /** `undefined` when there is no such file. */
  readonly hash: (path: OutputPath) => Hash | undefined
  /** What to remember of a file that is as it should be. */
  readonly written: (path: OutputPath) => WrittenFile | undefined
}

/** In place of a hash, at a path that is to stay as it is, whatever is there. */
const asItIs: Hash = 'as it is'

/** An output folder that needs no file, so that none is staged for it. */
export const untouchedFiles: Pick<PresentFiles, 'hash'> = {hash: () => asItIs}

/** Whether a file need not be staged, by what `PresentFiles.hash` says of its path. */
export function isThere(present: Hash | undefined, wanted: Hash): boolean {
  return present === wanted || present === asItIs
}

/** Opens a file only when its stamp does not tell, and each at most once; looks for none in a folder that is not there. */
export function presentFiles(
  {output, clock}: Pick<Host, 'output' | 'clock'>,
  manifest: Manifest
): PresentFiles {
  const files = new Map<OutputPath, WrittenFile | undefined>()
  /** By path: whether it is there. Only folders are asked for in which a file was missed. */
  const folders = new Map<string, boolean>()
  return {hash: (path) => written(path)?.hash, written}

  function written(path: OutputPath): WrittenFile | undefined {
    if (!files.has(path)) files.set(path, look(path))
    return files.get(path)
  }

  function look(path: OutputPath): WrittenFile | undefined {
    if (isInMissingFolder(path)) return undefined
    const stamp = output.stamp(path)
    if (stamp === undefined) {
      hasFolder(parentOf(path))
      return undefined
    }
    const known = manifest.get(path)
    if (known?.isSettled === true && known.identity === stamp.identity) return known
    const readAt = clock()
    const bytes = output.read(path)
    return bytes && writtenFile(hashText(bytes), stamp, readAt)
  }

  /** Whether that is known. */
  function isInMissingFolder(path: string): boolean {
    if (folders.get('') === false) return true
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
      if (folders.get(path.slice(0, end)) === false) return true
    }
    return false
  }

  function hasFolder(path: string): boolean {
    const known = folders.get(path)
    if (known !== undefined) return known
    const isThere = (path === '' || hasFolder(parentOf(path))) && output.hasFolder(path)
    folders.set(path, isThere)
    return isThere
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}
