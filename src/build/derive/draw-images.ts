import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {hashData} from '#src/graph/hash.ts'
import type {Host} from '#src/model/host.ts'
import type {Output} from '#src/model/output.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {OutputDigest} from '../answer.ts'
import {drawingFailed, missingGlyphs} from '../messages.ts'
import type {Staging} from '../render/render-site.ts'
import type {SealedStore} from '../store/sealed-store.ts'
import {makePictures} from './make-pictures.ts'

/** A picture to be drawn; its hash is that of the drawing. */
export interface DrawnFile extends OutputDigest {
  /** The article that it is of. */
  readonly source: SourcePath
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
  const {drawn, drawingPackage, host, onDrawn} = request
  const failures = new Map<string, Diagnostic>()
  const wanted = drawn.map((file) => ({...file, name: hashData([drawingPackage, file.hash])}))
  const {outputs, remarkOf} = await makePictures({
    ...request,
    wanted,
    make: draw,
    limit: host.processorCount,
    memory: {index: 'drawn', folder: 'pictures'},
    onMade: onDrawn
  })
  const problems = wanted.flatMap((file) => {
    const missing = remarkOf(file)
    return missing === '' ? [] : [missingGlyphs(file.source, missing)]
  })
  return {value: outputs, diagnostics: [...failures.values(), ...problems]}

  /** What there is to say of a picture are the characters that no font has. */
  async function draw(
    file: DrawnFile
  ): Promise<{readonly bytes: Uint8Array; readonly remark: string} | undefined> {
    try {
      const found = request.find(file)
      if (found?.kind !== 'drawing') return undefined
      const {bytes, missing} = await paintOutput(host, found)
      return {bytes, remark: missing}
    } catch (problem) {
      // One template draws them all: its fault is told once.
      const failure = drawingFailed(file.route, problem)
      if (!failures.has(String(problem))) failures.set(String(problem), failure)
      return undefined
    }
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
