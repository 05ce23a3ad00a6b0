import type {QueryContext} from '#src/graph/query.ts'
import {socialImageSize} from '#src/model/drawing.ts'
import type {ImageSize} from '#src/model/fragment.ts'
import {imageSizeInput} from '../inputs.ts'
import type {Address} from '../links/address.ts'
import {routeAt} from '../site-routes.ts'

/** Size of the image at an address; `undefined` where there is none, or one that cannot be measured. */
export function imageSizeAt(
  {read}: Pick<QueryContext, 'read'>,
  found: Address | undefined
): ImageSize | undefined {
  const route = found !== undefined && 'path' in found ? read(routeAt, found.path) : undefined
  if (route?.kind === 'socialImage') return socialImageSize
  const image = route?.kind === 'asset' ? read(imageSizeInput, route.source) : undefined
  return image && {width: image.width, height: image.height}
}
