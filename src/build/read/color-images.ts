import type {Host} from '#src/model/host.ts'
import type {SourcePath} from '#src/model/source.ts'
import {inParallel} from '../in-parallel.ts'
import type {IndexedFile} from './file-index.ts'

/**
 * Files with the colors of those that are images, which browsers show as long as these are loaded. Of one that is known the color is.
 *
 * @param by
 *   What looks at images, with its version.
 */
export async function colorImages(
  {read, meanColor, processorCount}: Pick<Host, 'read' | 'meanColor' | 'processorCount'>,
  files: ReadonlyMap<SourcePath, IndexedFile>,
  by: string
): Promise<ReadonlyMap<SourcePath, IndexedFile>> {
  const unknown = [...files].filter(([, {size, color}]) => size?.format !== undefined && color?.by !== by)
  if (unknown.length === 0) return files
  const colored = new Map(files)
  await inParallel(unknown, processorCount, async ([path, file]) => {
    const bytes = await read(path).catch(() => undefined)
    const value = bytes && (await meanColor(bytes))
    colored.set(path, {...file, color: {by, ...(value !== undefined && {value})}})
  })
  return colored
}
