import type {ResolvedConfig} from '#src/config/check-config.ts'
import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Hash} from '#src/graph/hash.ts'
import type {Host} from '#src/model/host.ts'
import type {SourcePath} from '#src/model/source.ts'
import {damagedDrawing, unsafeDrawing} from '../file-messages.ts'
import type {IndexedFile} from './file-index.ts'

/** A copied file as it is published. */
export interface PublishedFile extends Pick<IndexedFile, 'size'> {
  /** Of what is published. */
  readonly hash: Hash
  readonly length?: number
  /** Whether that is less than the file has; absent where it is all of it. */
  readonly isCleaned?: true
}

/** What of a file can be published without what could run or load, or without what the camera noted. */
export interface CleanedFile {
  readonly hash: Hash
  readonly length: number
  /** What of a drawing is removed. */
  readonly removed: ReadonlyArray<string>
  /** Why a drawing cannot be read. */
  readonly problem?: string
}

/**
 * What is published of copied files: no scripts of drawings that lie beside articles, or that are a stranger's, and nothing that cameras noted, unless the
 * configuration wants it.
 *
 * @returns
 *   Diagnostics: the hint `build/unsafe-drawing`, and the warning `build/damaged-drawing`.
 */
export function publishedFiles(
  files: ReadonlyMap<SourcePath, IndexedFile>,
  rules: Pick<ResolvedConfig, 'isUntrusted' | 'keepsMetadata'>
): Checked<ReadonlyMap<SourcePath, PublishedFile>> {
  const diagnostics: Array<Diagnostic> = []
  const published = new Map<SourcePath, PublishedFile>()
  for (const [path, {hash, length, cleaned, ...file}] of files) {
    const image = measured(file)
    if (cleaned === undefined || !isToBeClean(path, rules)) {
      published.set(path, {hash, ...(length !== undefined && {length}), ...image})
      continue
    }
    const {removed, problem} = cleaned
    published.set(path, {hash: cleaned.hash, length: cleaned.length, isCleaned: true, ...image})
    if (problem !== undefined) diagnostics.push(damagedDrawing(path, problem))
    else if (removed.length > 0) diagnostics.push(unsafeDrawing(path, removed, rules))
  }
  return {value: published, diagnostics}
}

/** What is known of an image; nothing of other files. */
function measured({size, color}: Pick<IndexedFile, 'size' | 'color'>): Pick<PublishedFile, 'size'> {
  if (size === undefined) return {}
  return {size: color?.value === undefined ? size : {...size, color: color.value}}
}

/** A host that reads copied files as they are published. */
export function publishingHost<Reading extends Pick<Host, 'read'>>(
  host: Reading,
  files: ReadonlyMap<SourcePath, PublishedFile>
): Reading {
  return {
    ...host,
    async read(path) {
      const bytes = await host.read(path)
      const file = files.get(path as SourcePath)
      if (bytes === undefined || file?.isCleaned !== true) return bytes
      const {cleanFile} = await import('#src/assets/clean-file.ts')
      return cleanFile(path, bytes, file.size?.format).bytes
    }
  }
}

function isToBeClean(
  path: string,
  {isUntrusted, keepsMetadata}: Pick<ResolvedConfig, 'isUntrusted' | 'keepsMetadata'>
): boolean {
  if (!/\.svg$/i.test(path)) return !keepsMetadata
  return isUntrusted || !path.startsWith('public/')
}
