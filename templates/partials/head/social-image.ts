import type {ImageSize, Page, Questions} from 'galley'

/** The image that stands for a page elsewhere. */
export interface SocialImage {
  readonly permalink: string
  /** In pixels; absent where it is not known. */
  readonly width?: number
  readonly height?: number
}

/** What link previews show. */
const socialSize: ImageSize = {width: 1200, height: 630}

/** The image that the author chose for link previews, else that of the page, else one that is drawn; `undefined` where there is none. */
export function socialImageOf(view: Questions, page: Page | undefined): SocialImage | undefined {
  const image = page && (page.socialPreviewImage ?? page.previewImage ?? view.socialImage(page))
  if (image === undefined) return undefined
  const {path, src, sources, ...size} = view.image(image, {crop: socialSize, isPlain: true})
  return {permalink: view.permalink(path === undefined ? image : {path}), ...size}
}
