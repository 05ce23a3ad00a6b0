import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {type Hash, hashText} from '#src/graph/hash.ts'
import {browserPackages, readPackagePath} from '#src/model/browser-packages.ts'
import type {FileEntry, Host} from '#src/model/host.ts'
import {isImage} from '#src/model/is-image.ts'
import {isMarkdownPath, type SourcePath} from '#src/model/source.ts'
import {vendoredImages} from '#src/model/vendoring.ts'
import {contentMissing, unreadableFile} from '../file-messages.ts'
import {inParallel} from '../in-parallel.ts'
import {isBundled} from './bundle-files.ts'
import {type FileIndex, type IndexedFile, isSettled, knownFile} from './file-index.ts'

/** The files of a site: sources found, and the others hashed. */
export interface SiteFiles {
  /** Sorted by path. */
  readonly sources: ReadonlyArray<FileEntry>
  /** Copied files by path, sorted: hash and what the next build may trust. */
  readonly assets: ReadonlyMap<SourcePath, IndexedFile>
  /** All files of `templates/assets/` by path. */
  readonly themeFiles: ReadonlyMap<SourcePath, IndexedFile>
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
  const themeFiles = new Map<SourcePath, IndexedFile>()
  const isOfTheme = new Set(themeAssets.value)
  const beside = content.value.filter((entry) => !isSource(entry))
  const packaged = packages.flatMap(({value}) => value.filter(isForBrowsers))
  await inParallel(
    [...beside, ...copied.value, ...themeAssets.value, ...packaged],
    readsAtOnce,
    async (entry) => {
      const {value, diagnostics: found} = await readAsset(host, index, entry)
      diagnostics.push(...found)
      if (value === undefined) return
      if (isOfTheme.has(entry)) themeFiles.set(entry.path, value)
      if (!(isOfTheme.has(entry) && isBundled(entry.path))) assets.set(entry.path, value)
    }
  )
  if (content.value.length === 0) diagnostics.push(contentMissing())
  return {
    value: {sources: content.value.filter(isSource), assets: new Map([...assets].sort(byKey)), themeFiles},
    diagnostics
  }
}

/**
 * All copied files, with those that style sheets name of other sites, and those that included texts show, wherever they lie. One that is not there is passed over: the reference to it
 * leads nowhere then, which is told.
 *
 * @param sources
 *   Of the index that comes of this build.
 */
export async function withShown(
  host: Host,
  index: FileIndex,
  {assets}: Pick<SiteFiles, 'assets'>,
  {sources, vendored}: {readonly sources: FileIndex; readonly vendored: ReadonlyArray<SourcePath>}
): Promise<Checked<SiteFiles['assets']>> {
  const shown = new Set(vendored)
  for (const {shown: paths = []} of sources.values()) for (const path of paths) shown.add(path)
  if (shown.size === 0) return {value: assets, diagnostics: []}
  const diagnostics: Array<Diagnostic> = []
  const all = new Map(assets)
  await inParallel([...shown], readsAtOnce, async (path) => {
    const located = await host.locate(path)
    if (located.kind !== 'file') return
    const {value, diagnostics: found} = await readAsset(host, index, {path, ...located.stamp})
    diagnostics.push(...found)
    if (value !== undefined) all.set(path, value)
  })
  return {value: new Map([...all].sort(byKey)), diagnostics}
}

/** Hash of a copied file, with size of an image and what may be published of it; `undefined` when it is gone, or cannot be read, which is an error. */
async function readAsset(
  host: Host,
  index: FileIndex,
  entry: FileEntry
): Promise<Checked<IndexedFile | undefined>> {
  const {path, identity} = entry
  const known = knownFile(index, path, entry)
  // Of a file that was only included as a text so far, less is known.
  if (known?.length !== undefined) return {value: known, diagnostics: []}
  try {
    const readAt = host.clock()
    const bytes = await host.read(path)
    if (bytes === undefined) return {value: undefined, diagnostics: []}
    const hash = hashText(bytes)
    // The address of an image at another site need not have the name of one.
    const mayBeImage = isImage(path) || path.startsWith(vendoredImages)
    const image = mayBeImage ? await look(path, bytes, hash) : {}
    const content = {hash, length: bytes.length, ...image}
    return {value: {identity, ...content, isSettled: isSettled(entry, readAt)}, diagnostics: []}
  } catch (problem) {
    return {value: undefined, diagnostics: [unreadableFile(path, problem)]}
  }
}

/** Loads what looks at images, which many sites have none of. */
async function look(
  path: string,
  bytes: Uint8Array,
  hash: Hash
): Promise<Pick<IndexedFile, 'size' | 'cleaned'>> {
  const {measureImage} = await import('#src/assets/measure-image.ts')
  const size = measureImage(bytes)
  const measured = size && {size}
  if (isOfProgram(path)) return {...measured}
  const {cleanFile} = await import('#src/assets/clean-file.ts')
  const {bytes: clean, removed, problem} = cleanFile(path, bytes, size?.format)
  const cleanHash = clean === bytes ? hash : hashText(clean)
  if (cleanHash === hash) return {...measured}
  const cleaned = {hash: cleanHash, length: clean.length, removed, ...(problem !== undefined && {problem})}
  return {...measured, cleaned}
}

/** What comes with the theme and with packages is code. */
function isOfProgram(path: string): boolean {
  return /^(?:templates|node_modules)\//.test(path)
}

function isSource({path}: FileEntry): boolean {
  return isMarkdownPath(path)
}

function isForBrowsers({path}: FileEntry): boolean {
  const parts = readPackagePath(path)
  return parts !== undefined && browserPackages[parts.name]?.files.test(parts.file) === true
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}
