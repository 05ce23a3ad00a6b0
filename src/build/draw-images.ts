import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {type Hash, hashData, hashText} from '#src/graph/hash.ts'
import type {Host} from '#src/model/host.ts'
import type {Output} from '#src/model/output.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {OutputDigest} from './answer.ts'
import {inParallel} from './in-parallel.ts'
import {drawingFailed, missingGlyphs} from './messages.ts'
import {isThere} from './present-files.ts'
import type {Staging} from './render-site.ts'
import type {SealedStore} from './sealed-store.ts'

/** A picture to be drawn; its hash is that of the drawing. */
export interface DrawnFile extends OutputDigest {
  /** The article that it is of. */
  readonly source: SourcePath
}

/** What is remembered of a picture. */
interface KnownPicture {
  /** Of its bytes. */
  readonly hash: Hash
  /** Characters that no font has. */
  readonly missing: string
}

/** What pictures are drawn with. */
export interface DrawRequest extends Staging {
  readonly drawn: ReadonlyArray<DrawnFile>
  /** The drawing of one of them. */
  readonly find: (file: DrawnFile) => Output | undefined
  /** What draws, with its versions. */
  readonly drawingPackage: string
  readonly host: Pick<Host, 'paint' | 'read' | 'processorCount'>
  readonly store: SealedStore
  readonly onDrawn: (done: number, total: number) => void
}

/**
 * Pictures of drawings, staged where the output folder has others. A drawing that was drawn before is taken from the store.
 *
 * @returns
 *   Diagnostics: the warning `build/missing-glyphs`, which follows from the drawing, and the error `build/drawing-failed`.
 */
export async function drawImages(request: DrawRequest): Promise<Checked<ReadonlyArray<OutputDigest>>> {
  const {drawn, drawingPackage, host, store, present, output, onDrawn} = request
  const known = readKnown(store)
  const pictures = new Map<string, KnownPicture>()
  const failures = new Map<string, Diagnostic>()
  let done = 0
  await inParallel(drawn, host.processorCount, async (file) => {
    const name = nameOf(file)
    const picture = keep(file, name) ?? (await draw(file, name))
    if (picture !== undefined) pictures.set(name, picture)
    onDrawn(++done, drawn.length)
  })
  const files = drawn.flatMap((file) => {
    const picture = pictures.get(nameOf(file))
    return picture === undefined ? [] : [{path: file.path, route: file.route, hash: picture.hash}]
  })
  if ([...pictures].some(([name, {hash}]) => known[name]?.hash !== hash)) remember(store, pictures)
  return {value: files, diagnostics: [...failures.values(), ...drawn.flatMap(glyphProblem)]}

  /** What is in its place, or was drawn once. */
  function keep({path}: DrawnFile, name: string): KnownPicture | undefined {
    const picture = known[name]
    if (picture === undefined || isThere(present.hash(path), picture.hash)) return picture
    const bytes = store.read(pictureFile(name))
    if (bytes === undefined) return undefined
    output.stage(path, bytes)
    return picture
  }

  async function draw(file: DrawnFile, name: string): Promise<KnownPicture | undefined> {
    try {
      const found = request.find(file)
      if (found?.kind !== 'drawing') return undefined
      const {bytes, missing} = await paintOutput(host, found)
      store.write(pictureFile(name), bytes)
      const hash = hashText(bytes)
      if (!isThere(present.hash(file.path), hash)) output.stage(file.path, bytes)
      return {hash, missing}
    } catch (problem) {
      // One template draws them all: its fault is told once.
      const failure = drawingFailed(file.route, problem)
      if (!failures.has(String(problem))) failures.set(String(problem), failure)
      return undefined
    }
  }

  function glyphProblem(file: DrawnFile): ReadonlyArray<Diagnostic> {
    const missing = pictures.get(nameOf(file))?.missing ?? ''
    return missing === '' ? [] : [missingGlyphs(file.source, missing)]
  }

  /** Of a picture in the store. */
  function nameOf({hash}: DrawnFile): string {
    return hashData([drawingPackage, hash])
  }
}

/** The picture of a drawing, with the fonts that it names. */
export async function paintOutput(
  {paint, read}: Pick<Host, 'paint' | 'read'>,
  {drawing, fonts}: Extract<Output, {kind: 'drawing'}>
): ReturnType<Host['paint']> {
  const files = await Promise.all(fonts.map(read))
  return paint(
    drawing,
    files.filter((bytes) => bytes !== undefined)
  )
}

const indexFile = 'drawn'
const folder = 'pictures'

function pictureFile(name: string): string {
  return `${folder}/${name}`
}

function readKnown(store: SealedStore): Readonly<Record<string, KnownPicture>> {
  const bytes = store.read(indexFile)
  return bytes === undefined ? {} : (JSON.parse(bytes.toString('utf8')) as Record<string, KnownPicture>)
}

/** Of pictures that nothing shows any more the store lets go. */
function remember(store: SealedStore, pictures: ReadonlyMap<string, KnownPicture>): void {
  const sorted = [...pictures].sort(([a], [b]) => (a < b ? -1 : 1))
  store.write(indexFile, JSON.stringify(Object.fromEntries(sorted)))
  for (const name of store.files.list(folder)) {
    if (!pictures.has(name)) store.files.remove(pictureFile(name))
  }
}
