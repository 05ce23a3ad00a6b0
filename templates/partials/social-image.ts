import type {Page, Questions} from 'galley'

/** The image that stands for a page elsewhere. */
export interface SocialImage {
  readonly permalink: string
  /** In pixels; `undefined` where it is not known. */
  readonly size: ReturnType<Questions['imageSize']>
}

/** The image that the author chose for link previews, else that of the page; `undefined` where there is neither. */
export function socialImageOf(view: Questions, page: Page | undefined): SocialImage | undefined {
  const image = page?.socialPreviewImage ?? page?.previewImage
  return image === undefined ? undefined : {permalink: view.permalink(image), size: view.imageSize(image)}
}
