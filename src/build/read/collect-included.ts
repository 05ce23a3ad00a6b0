import {findIncluded, includedMax, levelsMax, type MayInclude} from '#src/markdown/includes/find-included.ts'
import {findShown} from '#src/markdown/includes/find-shown.ts'
import type {IncludedFile, Source, SourcePath} from '#src/model/source.ts'

/** Files that a source takes beside itself. */
export interface Collected {
  /** Every file that it may include, and that those may include as Markdown. */
  readonly files: ReadonlyMap<SourcePath, IncludedFile>
  /** Files beside those texts that a page with them may load, and that have no address by themselves. */
  readonly shown: ReadonlySet<SourcePath>
}

/**
 * Every file that a source may include, over all levels, and what those show.
 *
 * @returns
 *   `undefined` when nothing in the source looks like an include.
 */
export async function collectIncluded(
  source: Source,
  open: (path: SourcePath) => Promise<IncludedFile>
): Promise<Collected | undefined> {
  const first = findIncluded(source)
  if (first.length === 0) return undefined
  const files = new Map<SourcePath, IncludedFile>()
  const shown = new Set<SourcePath>()
  const scanned = new Set<SourcePath>()
  let level = first
  for (let depth = 0; depth < levelsMax && level.length > 0; depth++) {
    const next: Array<MayInclude> = []
    for (const {path, isMarkdown} of level) {
      if (path === undefined || (!files.has(path) && files.size >= includedMax)) continue
      const file = await open(path)
      files.set(path, file)
      if (!isMarkdown || file.kind !== 'text' || scanned.has(path)) continue
      scanned.add(path)
      for (const found of findIncluded({path, text: file.text})) next.push(found)
      for (const found of findShown({path, text: file.text})) {
        if (!hasAddress(found) && shown.size < includedMax) shown.add(found)
      }
    }
    level = next
  }
  return {files, shown}
}

/** Whether a file is copied whoever shows it. */
function hasAddress(path: SourcePath): boolean {
  return /^(?:content|public|templates\/assets)\//.test(path)
}
