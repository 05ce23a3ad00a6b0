import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {hashText} from '#src/graph/hash.ts'
import {browserPackages, readPackagePath} from '#src/model/browser-packages.ts'
import type {ImageSize} from '#src/model/fragment.ts'
import type {FileEntry, Host} from '#src/model/host.ts'
import type {SourcePath} from '#src/model/source.ts'
import {type FileIndex, type IndexedFile, isSettled, knownFile} from './file-index.ts'
import {inParallel} from './in-parallel.ts'
import {contentMissing, unreadableFile} from './messages.ts'

/** The files of a site: sources found, and the others hashed. */
export interface SiteFiles {
  /** Sorted by path. */
  readonly sources: ReadonlyArray<FileEntry>
  /** Copied files by path, sorted: hash and what the next build may trust. */
  readonly assets: ReadonlyMap<SourcePath, IndexedFile>
}

/** Files open at once: enough to keep a disk busy, far below any limit of descriptors. */
const readsAtOnce = 32

/** List all sources, and hash all files that are copied. What cannot be read is an error, and left out. */
export async function readSite(host: Host, index: FileIndex): Promise<Checked<SiteFiles>> {
  const [content, copied, themeAssets, ...packages] = await Promise.all([
    host.list('content'),
    host.list('public'),
    host.list('templates/assets'),
    ...Object.keys(browserPackages).map((name) => host.listPackage(name))
  ])
  const diagnostics: Array<Diagnostic> = [
    ...content.diagnostics,
    ...copied.diagnostics,
    ...themeAssets.diagnostics,
    ...packages.flatMap(({diagnostics}) => diagnostics)
  ]
  const assets = new Map<SourcePath, IndexedFile>()
  const beside = content.value.filter((entry) => !isSource(entry))
  const packaged = packages.flatMap(({value}) => value.filter(isForBrowsers))
  await inParallel(
    [...beside, ...copied.value, ...themeAssets.value, ...packaged],
    readsAtOnce,
    async (entry) => {
      try {
        const readAt = host.clock()
        const known = knownFile(index, entry.path, entry)
        const {path, identity} = entry
        const content = known ?? (await readAsset(path))
        if (content === undefined) return
        assets.set(path, known ?? {identity, ...content, isSettled: isSettled(entry, readAt)})
      } catch (problem) {
        diagnostics.push(unreadableFile(entry.path, problem))
      }
    }
  )
  if (content.value.length === 0) diagnostics.push(contentMissing())
  return {
    value: {sources: content.value.filter(isSource), assets: new Map([...assets].sort(byKey))},
    diagnostics
  }

  async function readAsset(
    path: SourcePath
  ): Promise<Pick<IndexedFile, 'hash' | 'length' | 'size'> | undefined> {
    const bytes = await host.read(path)
    if (bytes === undefined) return undefined
    const size = isImage(path) ? await measure(bytes) : undefined
    return {hash: hashText(bytes), length: bytes.length, ...(size === undefined ? {} : {size})}
  }
}

/** Loads what measures images, which many sites have none of. */
async function measure(bytes: Uint8Array): Promise<ImageSize | undefined> {
  const {measureImage} = await import('#src/assets/measure-image.ts')
  return measureImage(bytes)
}

function isImage(path: string): boolean {
  return /\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)$/i.test(path)
}

function isSource({path}: FileEntry): boolean {
  return path.endsWith('.md') || path.endsWith('.markdown')
}

function isForBrowsers({path}: FileEntry): boolean {
  const parts = readPackagePath(path)
  return parts !== undefined && browserPackages[parts.name]?.files.test(parts.file) === true
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}
