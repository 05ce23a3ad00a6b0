import {type Hash, hashData, hashText} from '#src/graph/hash.ts'
import type {Host, LocatedFile} from '#src/model/host.ts'
import {type IncludedFile, isMarkdownPath, type Source, type SourcePath} from '#src/model/source.ts'
import {unreadableFile} from '../file-messages.ts'
import {inParallel} from '../in-parallel.ts'
import type {IncludedHash} from '../store/document-name.ts'
import {decodeText} from './decode-text.ts'
import {type FileIndex, type IndexedFile, isSettled, knownFile} from './file-index.ts'

/** All that a source may include, over all levels, sorted by path; nothing when it only has paths that are none. */
export interface Inclusion {
  readonly files: ReadonlyMap<SourcePath, IncludedFile>
  readonly hashes: ReadonlyArray<IncludedHash>
  /** Files that included texts may show and that are to be copied for that, sorted. */
  readonly shown: ReadonlyArray<SourcePath>
}

/** Files that sources include, each looked at once in a build, whoever includes it. */
export interface IncludedFiles {
  /** Find out hashes: only files whose stamp is unknown are opened. */
  readonly settle: (paths: ReadonlyArray<SourcePath>) => Promise<void>
  /** Hashes of files that have been settled. */
  readonly hashesOf: (paths: ReadonlyArray<SourcePath>) => ReadonlyArray<IncludedHash>
  /** Open all that a source may include; `undefined` when it includes nothing. */
  readonly open: (source: Source) => Promise<Inclusion | undefined>
  /** What the next build may trust. */
  readonly indexed: () => ReadonlyMap<SourcePath, IndexedFile>
}

/** Files open at once. */
const readsAtOnce = 32

/** Included files of a site. Nothing is looked at before a source asks for it. */
export function openIncludedFiles(
  host: Pick<Host, 'clock' | 'locate' | 'read'>,
  index: FileIndex
): IncludedFiles {
  const hashes = new Map<SourcePath, Hash>()
  const opened = new Map<SourcePath, Promise<IncludedFile>>()
  const indexed = new Map<SourcePath, IndexedFile>()
  let collecting: Promise<typeof import('./collect-included.ts')> | undefined

  return {
    settle: (paths) => inParallel([...new Set(paths)], readsAtOnce, settle),
    hashesOf,
    async open(source) {
      // Loaded when there is something to read, as is all that compiles.
      collecting ??= import('./collect-included.ts')
      const collected = await (await collecting).collectIncluded(source, openOnce)
      if (collected === undefined) return undefined
      const sorted = [...collected.files].sort(([a], [b]) => (a < b ? -1 : 1))
      return {
        files: new Map(sorted),
        hashes: hashesOf(sorted.map(([path]) => path)),
        shown: [...collected.shown].sort()
      }
    },
    indexed: () => indexed
  }

  function hashesOf(paths: ReadonlyArray<SourcePath>): ReadonlyArray<IncludedHash> {
    return paths.map((path) => {
      const hash = hashes.get(path)
      if (hash === undefined) throw new Error(`Expected \`${path}\` to be settled`)
      return [path, hash]
    })
  }

  async function settle(path: SourcePath): Promise<void> {
    const located = await host.locate(path)
    const known = located.kind === 'file' ? knownFile(index, path, located.stamp) : undefined
    if (known === undefined) {
      await openOnce(path)
      return
    }
    hashes.set(path, known.hash)
    indexed.set(path, known)
  }

  function openOnce(path: SourcePath): Promise<IncludedFile> {
    const reading = opened.get(path) ?? open(path)
    opened.set(path, reading)
    return reading
  }

  async function open(path: SourcePath): Promise<IncludedFile> {
    const located = await host.locate(path)
    if (located.kind !== 'file') return withHash(path, toIncluded(path, located))
    const readAt = host.clock()
    let bytes: Uint8Array | undefined
    try {
      bytes = await host.read(path)
    } catch (problem) {
      return withHash(path, {kind: 'unusable', reason: unreadableFile(path, problem).reason})
    }
    // It is gone since it was located.
    if (bytes === undefined) return withHash(path, {kind: 'absent'})
    const hash = hashText(bytes)
    const {stamp} = located
    const known = knownFile(index, path, stamp)
    const file = {identity: stamp.identity, hash, isSettled: isSettled(stamp, readAt)}
    hashes.set(path, hash)
    indexed.set(path, known?.hash === hash ? known : file)
    const {value: text, diagnostics} = await decodeText(path, bytes)
    if (text === undefined) return {kind: 'unusable', reason: diagnostics[0]?.reason ?? ''}
    return {kind: 'text', text, bodyOffset: await bodyOffsetOf({path, text})}
  }

  /** What has no bytes is known by what it is. */
  function withHash(path: SourcePath, file: IncludedFile): IncludedFile {
    hashes.set(path, hashData(file))
    return file
  }
}

function toIncluded(path: string, located: Exclude<LocatedFile, {kind: 'file'}>): IncludedFile {
  return located.kind === 'unusable'
    ? {kind: 'unusable', reason: unreadableFile(path, located.cause).reason}
    : located
}

/** Front matter is an article's own, so that it is looked for in Markdown alone. */
async function bodyOffsetOf(source: Source): Promise<number> {
  const mayHaveBlock = isMarkdownPath(source.path.toLowerCase()) && /^(?:---|\+\+\+|\{)/.test(source.text)
  if (!mayHaveBlock) return 0
  const {splitFrontMatter} = await import('#src/content/split-front-matter.ts')
  return splitFrontMatter(source).value.bodyOffset
}
