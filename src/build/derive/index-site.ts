import type {Checked} from '#src/diagnostics/diagnostic.ts'
import {type Hash, hashData, hashText} from '#src/graph/hash.ts'
import type {Host} from '#src/model/host.ts'
import type {OutputPath, RoutePath} from '#src/model/route.ts'
import type {OutputDigest} from '../answer.ts'
import {searchFailed} from '../messages.ts'
import type {Staging} from '../render/render-site.ts'
import type {SealedStore} from '../store/sealed-store.ts'
import {readData, writeData} from '../store/stored-data.ts'
import {isThere} from '../write/present-files.ts'
import type {SearchedSite} from './searched-site.ts'

/** Folder of the index in the site. */
const folder = 'pagefind'

/** The index that the last build made or had. */
interface KnownIndex {
  /** Of what it was made of, and by what. */
  readonly ground: Hash
  readonly files: ReadonlyArray<Pick<OutputDigest, 'path' | 'hash'>>
}

/** What an index is made with. */
export interface IndexRequest extends Staging {
  readonly searched: SearchedSite
  /** What makes it, with its version. */
  readonly searchPackage: string
  readonly indexSearch: Host['indexSearch']
  readonly store: SealedStore
}

/**
 * The files of the search, staged where the output folder has others. As long as no text that is found is another, they are
 * those of the last build, and what makes them is not even loaded.
 *
 * @returns
 *   Diagnostics: `build/search-failed`.
 */
export async function indexSite(request: IndexRequest): Promise<Checked<ReadonlyArray<OutputDigest>>> {
  const {searched, searchPackage, indexSearch, store, present, output} = request
  const ground = hashData([searchPackage, searched.hash])
  const known = readData<KnownIndex>(store, indexFile)
  const isMade =
    known?.ground === ground && known.files.every(({path, hash}) => isThere(present.hash(path), hash))
  if (isMade) return {value: known.files.map(toDigest), diagnostics: []}
  const made = await indexSearch(searched.pages).catch((problem: unknown) => searchFailed(problem))
  if ('code' in made) return {value: [], diagnostics: [made]}
  const files = made.map(({path, bytes}) => {
    const file = {path: `${folder}/${path}` as OutputPath, hash: hashText(bytes)}
    if (!isThere(present.hash(file.path), file.hash)) output.stage(file.path, bytes)
    return file
  })
  writeData(store, indexFile, {ground, files} satisfies KnownIndex)
  return {value: files.map(toDigest), diagnostics: []}
}

/** Each file is its own route. */
function toDigest({path, hash}: KnownIndex['files'][number]): OutputDigest {
  return {path, route: `/${path}` as RoutePath, hash}
}

const indexFile = 'search'
