import {findIncluded, includedMax, levelsMax, type MayInclude} from '#src/markdown/includes/find-included.ts'
import type {IncludedFile, Source, SourcePath} from '#src/model/source.ts'

/**
 * Every file that a source may include, and that those may include as Markdown.
 *
 * @returns
 *   `undefined` when nothing in the source looks like an include.
 */
export async function collectIncluded(
  source: Source,
  open: (path: SourcePath) => Promise<IncludedFile>
): Promise<ReadonlyMap<SourcePath, IncludedFile> | undefined> {
  const first = findIncluded(source)
  if (first.length === 0) return undefined
  const files = new Map<SourcePath, IncludedFile>()
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
    }
    level = next
  }
  return files
}
