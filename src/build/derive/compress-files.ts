import {type Hash, hashText} from '#src/graph/hash.ts'
import {type Compressor, type Encoding, encodingEndings} from '#src/model/compressor.ts'
import type {OutputPath, RoutePath} from '#src/model/route.ts'
import type {OutputDigest} from '../answer.ts'
import {inParallel} from '../in-parallel.ts'
import {hostFileNames} from '../read/host-texts.ts'
import type {Staging} from '../render/render-site.ts'
import type {SealedStore} from '../store/sealed-store.ts'
import {readData, writeData} from '../store/stored-data.ts'
import {isThere} from '../write/present-files.ts'

/** What files are compressed with. */
export interface CompressRequest extends Staging {
  /** All that the site has. */
  readonly outputs: ReadonlyArray<OutputDigest>
  readonly encodings: ReadonlyArray<Encoding>
  /** Bytes of one of them; `undefined` when it is gone. */
  readonly find: (output: OutputDigest) => Promise<Uint8Array | undefined>
  readonly compressor: Compressor
  /** Files compressed at once. */
  readonly atOnce: number
  readonly store: SealedStore
}

/** What files come to: by their hash, the hash of each encoding; `null` where it would save nothing. */
type KnownFiles = Readonly<Record<Hash, Readonly<Partial<Record<Encoding, Hash | null>>>>>

/** What is remembered of them. */
interface KeptFiles {
  /** Version of what compressed them. */
  readonly by: string
  readonly files: KnownFiles
}

/** What is smaller fits into one packet anyway. In bytes. */
const lengthMin = 1024

/** Files that are not compressed already. */
const texts = /\.(?:bmp|css|csv|html?|ico|js|json|map|md|mjs|svg|txt|wasm|webmanifest|xml|xsl)$/i

const hostFiles: ReadonlySet<string> = new Set(Object.values(hostFileNames))

/** The texts of a site compressed, beside each, staged where the output folder has others. What was compressed once is not compressed again. */
export async function compressFiles(request: CompressRequest): Promise<ReadonlyArray<OutputDigest>> {
  const {outputs, encodings, find, compressor, atOnce, store, present, output} = request
  const {version} = compressor
  const kept = readData<KeptFiles>(store, storeFile)
  // What another version has compressed may be other bytes.
  const before = kept?.by === version ? kept.files : {}
  const known = new Map<Hash, Partial<Record<Encoding, Hash | null>>>()
  const files: Array<OutputDigest> = []
  await inParallel(
    outputs.filter(({path}) => texts.test(path) && !hostFiles.has(path)),
    atOnce,
    async (file) => {
      const done: Partial<Record<Encoding, Hash | null>> = {...known.get(file.hash), ...before[file.hash]}
      const missing = encodings.filter((encoding) => !isKept(file, encoding, done[encoding]))
      const bytes = missing.length === 0 ? undefined : await find(file)
      for (const encoding of bytes === undefined ? [] : missing) {
        done[encoding] = await compress(file, encoding, bytes ?? new Uint8Array())
      }
      // An edit since the file was listed is for the next build.
      if (bytes === undefined || hashText(bytes) === file.hash) known.set(file.hash, done)
      for (const encoding of encodings) {
        const hash = done[encoding]
        if (typeof hash === 'string') files.push(digestOf(file.path, encoding, hash))
      }
    }
  )
  const sorted = Object.fromEntries([...known].sort(([a], [b]) => (a < b ? -1 : 1)))
  if (JSON.stringify(sorted) !== JSON.stringify(before)) {
    writeData(store, storeFile, {by: version, files: sorted} satisfies KeptFiles)
  }
  return files

  function isKept({path}: OutputDigest, encoding: Encoding, hash: Hash | null | undefined): boolean {
    if (typeof hash !== 'string') return hash === null
    return isThere(present.hash(compressedPath(path, encoding)), hash)
  }

  async function compress({path}: OutputDigest, encoding: Encoding, bytes: Uint8Array): Promise<Hash | null> {
    const made = bytes.byteLength < lengthMin ? bytes : await compressor.compress(bytes, encoding)
    if (made.byteLength >= bytes.byteLength) return null
    const hash = hashText(made)
    const target = compressedPath(path, encoding)
    if (!isThere(present.hash(target), hash)) output.stage(target, made)
    return hash
  }
}

function compressedPath(path: OutputPath, encoding: Encoding): OutputPath {
  return `${path}${encodingEndings[encoding]}` as OutputPath
}

/** Each file is its own route. */
function digestOf(path: OutputPath, encoding: Encoding, hash: Hash): OutputDigest {
  const compressed = compressedPath(path, encoding)
  return {path: compressed, route: `/${compressed}` as RoutePath, hash}
}

const storeFile = 'compressed'
