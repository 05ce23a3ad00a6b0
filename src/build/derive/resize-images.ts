import type {Checked} from '#src/diagnostics/diagnostic.ts'
import type {Revision} from '#src/graph/revision.ts'
import {argumentsOf, type Traces} from '#src/graph/traces.ts'
import type {Host} from '#src/model/host.ts'
import type {PlacedVariant} from '#src/model/image.ts'
import type {SourcePath} from '#src/model/source.ts'
import {toOutputPath} from '#src/routing/route-path.ts'
import type {OutputDigest} from '../answer.ts'
import {damagedImage} from '../messages.ts'
import {placedVariants} from '../queries/images/images.ts'
import type {Staging} from '../render/render-site.ts'
import type {SealedStore} from '../store/sealed-store.ts'
import {imageReferences} from './image-references.ts'
import {makePictures} from './make-pictures.ts'

/** Whose images are made, and with what. */
export interface ResizeRequest extends Staging {
  readonly revision: Pick<Revision, 'get'>
  /** Of that revision: what pages show is what they asked for. */
  readonly traces: Traces
  readonly host: Pick<Host, 'resizeImage' | 'read' | 'processorCount'>
  readonly store: SealedStore
  readonly onResized: (done: number, total: number) => void
}

/**
 * All that pages show of images in several widths and formats, staged where the output folder has others. What was made once is taken from
 * the store.
 *
 * @returns
 *   Diagnostics: the warning `build/damaged-image`, once for each image. In place of all that would be made of it stands the image as it is.
 */
export async function resizeImages(request: ResizeRequest): Promise<Checked<ReadonlyArray<OutputDigest>>> {
  const {revision, traces, host, onResized} = request
  const variants = argumentsOf(traces, placedVariants).flatMap((wanted) =>
    revision.get(placedVariants, wanted)
  )
  // Of one image some variants may be both of one format and the one for all browsers; copies of an image have the same.
  const byPath = new Map(variants.map((variant) => [variant.path, variant]))
  const wanted = [...byPath.values()].map((variant) => ({
    variant,
    route: variant.path,
    path: toOutputPath(variant.path),
    name: variant.path.slice(1).replaceAll('/', '-')
  }))
  const {outputs, remarkOf} = await makePictures({
    ...request,
    wanted,
    make: ({variant}) => resizeOutput(host, variant),
    limit: host.processorCount,
    memory: {index: 'resized', folder: 'images'},
    onMade: onResized
  })
  const damaged = new Map<SourcePath, string>()
  for (const one of wanted) {
    const {source} = one.variant
    const problem = remarkOf(one)
    if (problem !== '' && !damaged.has(source)) damaged.set(source, problem)
  }
  const spots = imageReferences(revision, traces, new Set(damaged.keys()))
  return {
    value: outputs,
    diagnostics: [...damaged].map(([source, problem]) =>
      damagedImage(spots.get(source) ?? {file: source}, source, problem)
    )
  }
}

/** A variant of an image; the image as it is, with the reason, where that cannot be made; `undefined` when the image is gone. */
export async function resizeOutput(
  {resizeImage, read}: Pick<Host, 'resizeImage' | 'read'>,
  variant: PlacedVariant
): Promise<{readonly bytes: Uint8Array; readonly remark: string} | undefined> {
  const image = await read(variant.source)
  if (image === undefined) return undefined
  try {
    return {bytes: await resizeImage(image, variant), remark: ''}
  } catch (problem) {
    const [reason = ''] = (problem instanceof Error ? problem.message : String(problem)).split('\n')
    return {bytes: image, remark: reason}
  }
}
