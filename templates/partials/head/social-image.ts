import type {ImageSize, Page, Questions} from 'galley'
import {publishedAddress} from './published-address.ts'

/** The image that stands for a page elsewhere. */
export interface SocialImage {
  readonly permalink: string
  /** In pixels; absent where it is not known. */
  readonly width?: number
  readonly height?: number
}

/** What link previews show. */
const socialSize: ImageSize = {width: 1200, height: 630}

/** The image that the author chose for link previews, else that of the page, else one that is drawn; `undefined` where there is none, or no address for it. */
export function socialImageOf(view: Questions, page: Page | undefined): SocialImage | undefined {
  const image = page && (page.socialPreviewImage ?? page.previewImage ?? view.socialImage(page))
  if (image === undefined) return undefined
  const {path, src, sources, ...size} = view.image(image, {crop: socialSize, isPlain: true})
  const permalink = publishedAddress(view, view.permalink(path === undefined ? image : {path}))
  return permalink === undefined ? undefined : {permalink, ...size}
}
