import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {hashText} from '#src/graph/hash.ts'
import type {FileEntry, Host} from '#src/model/host.ts'
import type {Source, SourcePath} from '#src/model/source.ts'
import {decodeText} from './decode-text.ts'
import {inParallel} from './in-parallel.ts'
import {contentMissing, unreadableFile} from './messages.ts'

/** The files of a site, as read: nothing is understood yet. */
export interface SiteFiles {
  readonly sources: ReadonlyArray<Source>
  /** Hash of each copied file by its path. */
  readonly assets: ReadonlyMap<SourcePath, string>
}

/** Files open at once: enough to keep a disk busy, far below any limit of descriptors. */
const readsAtOnce = 32

/** Read all sources, and hash all files that are copied. What cannot be read is an error, and left out. */
export async function readSite(host: Host): Promise<Checked<SiteFiles>> {
  const [content, copied, themeAssets] = await Promise.all([
    host.list('content'),
    host.list('public'),
    host.list('templates/assets')
  ])
  const diagnostics: Array<Diagnostic> = [
    ...content.diagnostics,
    ...copied.diagnostics,
    ...themeAssets.diagnostics
  ]
  const sources: Array<Source> = []
  const assets = new Map<SourcePath, string>()

  await inParallel(content.value.filter(isSource), readsAtOnce, async ({path}) => {
    const bytes = await readBytes(path)
    if (bytes === undefined) return
    const text = decodeText(path, bytes)
    diagnostics.push(...text.diagnostics)
    if (text.value !== undefined) sources.push({path, text: text.value})
  })
  const beside = content.value.filter((entry) => !isSource(entry))
  await inParallel([...beside, ...copied.value, ...themeAssets.value], readsAtOnce, async ({path}) => {
    const bytes = await readBytes(path)
    if (bytes !== undefined) assets.set(path, hashText(bytes))
  })
  if (content.value.length === 0) diagnostics.push(contentMissing())
  return {value: {sources: sources.sort(byPath), assets: new Map([...assets].sort(byKey))}, diagnostics}

  async function readBytes(path: SourcePath): Promise<Uint8Array | undefined> {
    try {
      return await host.read(path)
    } catch (problem) {
      diagnostics.push(unreadableFile(path, problem))
      return undefined
    }
  }
}

function isSource({path}: FileEntry): boolean {
  return path.endsWith('.md') || path.endsWith('.markdown')
}

function byPath(a: Source, b: Source): number {
  return a.path < b.path ? -1 : 1
}

function byKey([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1
}
