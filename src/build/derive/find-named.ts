import type {Host} from '#src/model/host.ts'
import type {SourcePath} from '#src/model/source.ts'
import {inParallel} from '../in-parallel.ts'

/** Where names of files may stand. */
export interface NamedIn {
  readonly host: Pick<Host, 'read'>
  /** Of the configuration, as one text. */
  readonly settings: string
  /** All copied files: style sheets, scripts and drawings name others. */
  readonly assets: ReadonlyArray<string>
  readonly sources: ReadonlyArray<SourcePath>
}

/**
 * Those of some files whose names stand somewhere though nothing of the site leads to them: scripts, style sheets and settings name files in ways that
 * nobody can follow, and so do the texts beside them.
 */
export async function findNamed(
  files: ReadonlyArray<SourcePath>,
  {host, settings, assets, sources}: NamedIn
): Promise<ReadonlySet<SourcePath>> {
  const folders = new Set(files.map(folderOf))
  const beside = sources.filter((source) => folders.has(folderOf(source)))
  const named = new Set<SourcePath>()
  look('', settings)
  const texts = [
    ...assets.filter((file) => /\.(?:css|html?|json|m?js|svg|txt|webmanifest|xml)$/i.test(file)),
    ...(beside.length > besideMax ? [] : beside)
  ]
  await inParallel(texts, readsAtOnce, async (path) => {
    const bytes = await host.read(path)
    if (bytes !== undefined && bytes.length <= lengthMax) look(path, new TextDecoder().decode(bytes))
  })
  return named

  function look(path: string, text: string): void {
    for (const file of files) {
      const name = file.slice(file.lastIndexOf('/') + 1)
      if (file !== path && (text.includes(name) || text.includes(encodeURI(name)))) named.add(file)
    }
  }
}

const readsAtOnce = 16

/** Of a flat folder full of articles nobody reads all for a file that one of them may name without leading to it. */
const besideMax = 50

/** What is larger is data, or was made by a program. */
const lengthMax = 1_000_000

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
