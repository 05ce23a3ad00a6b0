import {imageSize} from 'image-size'
import type {ImageSize} from '#src/model/fragment.ts'

/** Cameras turn an image by a quarter in these ways, without turning its pixels. */
const quarterTurns: ReadonlySet<number> = new Set([5, 6, 7, 8])

/** Size of an image as it is shown, in pixels; `undefined` for one that cannot be measured. */
export function measureImage(bytes: Uint8Array): ImageSize | undefined {
  try {
    const {width, height, orientation = 1} = imageSize(bytes)
    return quarterTurns.has(orientation) ? {width: height, height: width} : {width, height}
  } catch {
    return undefined
  }
}
