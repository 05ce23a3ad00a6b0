import {type Hash, hashText} from '#src/graph/hash.ts'
import type {OutputPath, RoutePath} from '#src/model/route.ts'
import type {OutputDigest} from '../answer.ts'
import {inParallel} from '../in-parallel.ts'
import type {Staging} from '../render/render-site.ts'
import type {SealedStore} from '../store/sealed-store.ts'
import {readData, writeData} from '../store/stored-data.ts'
import {isThere} from '../write/present-files.ts'

/** A picture that the site is to have. */
export interface WantedPicture {
  readonly path: OutputPath
  readonly route: RoutePath
  /** Of all that it is made of, with what makes it: two of one name have the same bytes. */
  readonly name: Hash
}

/** What became of wanted pictures. */
export interface MadePictures {
  /** Those that could be made, in the order that they were wanted in. */
  readonly outputs: ReadonlyArray<OutputDigest>
  /** What there is to say of a picture; empty for most, and for one that could not be made. */
  readonly remarkOf: (wanted: Pick<WantedPicture, 'name'>) => string
}

/** What is remembered of a picture. */
interface KnownPicture {
  /** Of its bytes. */
  readonly hash: Hash
  /** What there is to say of it; empty for most. */
  readonly remark: string
}

/** How pictures are made, and where they are remembered. */
export interface PictureMaker<Wanted extends WantedPicture> extends Staging {
  readonly wanted: ReadonlyArray<Wanted>
  /** Bytes of a picture; `undefined` where it cannot be made, of which the caller knows. */
  readonly make: (
    wanted: Wanted
  ) => Promise<{readonly bytes: Uint8Array; readonly remark: string} | undefined>
  /** How many are made at once. */
  readonly limit: number
  readonly store: SealedStore
  /** File of the store that tells what is known of pictures, and folder that has them. */
  readonly memory: {readonly index: string; readonly folder: string}
  readonly onMade: (done: number, total: number) => void
}

/**
 * Pictures, staged where the output folder has others. What was made once is taken from the store, which lets go of those that nothing shows
 * any more.
 */
export async function makePictures<Wanted extends WantedPicture>(
  maker: PictureMaker<Wanted>
): Promise<MadePictures> {
  const {wanted, make, limit, store, present, output, onMade} = maker
  const {index, folder} = maker.memory
  const known = readData<Readonly<Record<Hash, KnownPicture>>>(store, index) ?? {}
  const pictures = new Map<Hash, KnownPicture>()
  let done = 0
  await inParallel(wanted, limit, async (one) => {
    const picture = keep(one) ?? (await makeNew(one))
    if (picture !== undefined) pictures.set(one.name, picture)
    onMade(++done, wanted.length)
  })
  if (Object.keys(known).length !== pictures.size || isAnyNew()) remember()
  return {
    outputs: wanted.flatMap(({path, route, name}) => {
      const hash = pictures.get(name)?.hash
      return hash === undefined ? [] : [{path, route, hash}]
    }),
    remarkOf: ({name}) => pictures.get(name)?.remark ?? ''
  }

  /** What is in its place, or was made once. */
  function keep({path, name}: Wanted): KnownPicture | undefined {
    const picture = known[name]
    if (picture !== undefined && isThere(present.hash(path), picture.hash)) return picture
    // A build that was ended before it could tell what it made leaves files that it had nothing to say of.
    const {remark} = picture ?? {remark: ''}
    const bytes = store.read(fileOf(name, remark))
    if (bytes === undefined) return undefined
    const hash = picture?.hash ?? hashText(bytes)
    if (!isThere(present.hash(path), hash)) output.stage(path, bytes)
    return {hash, remark}
  }

  async function makeNew(one: Wanted): Promise<KnownPicture | undefined> {
    const made = await make(one)
    if (made === undefined) return undefined
    const {bytes, remark} = made
    store.write(fileOf(one.name, remark), bytes)
    const hash = hashText(bytes)
    if (!isThere(present.hash(one.path), hash)) output.stage(one.path, bytes)
    return {hash, remark}
  }

  function fileOf(name: Hash, remark: string): string {
    return `${folder}/${fileName(name, remark)}`
  }

  function isAnyNew(): boolean {
    return [...pictures].some(([name, {hash}]) => known[name]?.hash !== hash)
  }

  function remember(): void {
    const sorted = [...pictures].sort(([a], [b]) => (a < b ? -1 : 1))
    writeData(store, index, Object.fromEntries(sorted))
    const wantedFiles = new Set(sorted.map(([name, {remark}]) => fileName(name, remark)))
    for (const name of store.files.list(folder)) {
      if (!wantedFiles.has(name)) store.files.remove(`${folder}/${name}`)
    }
  }
}

/** Name of a file in the store, which tells whether there is something to say of the picture. */
function fileName(name: Hash, remark: string): string {
  return remark === '' ? name : `${name}-remarked`
}
