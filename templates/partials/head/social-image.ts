import type {Page, Questions} from 'galley'

/** The image that stands for a page elsewhere. */
export interface SocialImage {
  readonly permalink: string
  /** In pixels; `undefined` where it is not known. */
  readonly size: ReturnType<Questions['imageSize']>
}

/** The image that the author chose for link previews, else that of the page, else one that is drawn; `undefined` where there is none. */
export function socialImageOf(view: Questions, page: Page | undefined): SocialImage | undefined {
  const image = page && (page.socialPreviewImage ?? page.previewImage ?? view.socialImage(page))
  return image === undefined ? undefined : {permalink: view.permalink(image), size: view.imageSize(image)}
}
