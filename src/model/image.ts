import type {ImageSize} from './fragment.ts'
import type {RoutePath} from './route.ts'
import type {SourcePath} from './source.ts'

/** Formats that browsers show and images are made in. */
export type ImageFormat = 'avif' | 'webp' | 'jpeg' | 'png' | 'gif'

/** What the head of an image file tells. */
export interface MeasuredImage extends ImageSize {
  /** What the file is, whatever its name says; absent for what images are not made of, such as SVG. */
  readonly format?: ImageFormat
  /** Whether it moves; absent for a still one. */
  readonly isAnimated?: true
  /** Mean color as CSS has it, `#8a7f70`; absent where it is not known, and for an image that lets through what is behind it. */
  readonly color?: string
}

/** A file to be made of an image. */
export interface ImageVariant extends ImageSize {
  readonly format: ImageFormat
  /** 1 to 100. */
  readonly quality: number
  readonly isAnimated: boolean
  /** Whether it shows a part of the image, of other proportions. */
  readonly isCropped: boolean
}

/** A variant with its place in the site. */
export interface PlacedVariant extends ImageVariant {
  readonly path: RoutePath
  readonly source: SourcePath
}

/** What of an image is to be shown, and where. */
export interface ImageWish {
  /** A part of it in these proportions, made for this size in pixels of CSS, where the configuration has `images`. Default: all of it. */
  readonly crop?: ImageSize
  /** Whether there is nobody to choose, as in metadata, so that one file of the image's own format is wanted. Default: false. */
  readonly isPlain?: boolean
}

/** An image as pages show it. */
export interface ShownImage {
  /** What every browser can show. */
  readonly src: string
  /** The same for `permalink`; absent for what is no file of the site. */
  readonly path?: RoutePath
  /** In pixels of CSS; absent where it is not known. */
  readonly width?: number
  readonly height?: number
  /** To be shown as long as it is not loaded, as CSS has it: `#8a7f70`; absent where it is not known. */
  readonly color?: string
  /** What browsers may choose from instead, the best format first; empty where there is nothing to choose. */
  readonly sources: ReadonlyArray<ImageSource>
}

/** One format of an image, in several widths. */
export interface ImageSource {
  /** Media type: `image/avif`. */
  readonly type: string
  /** Addresses with their widths, as the attribute `srcset` has them. */
  readonly srcset: string
}

/**
 * Makes a variant of an image: turned as its camera says, without what the camera knew of place and time. The same image and variant
 * give the same bytes. Rejects with an `Error` for an image that is damaged.
 */
export type ImageResizer = (image: Uint8Array, variant: ImageVariant) => Promise<Uint8Array>

/** Tells the mean color of an image; `undefined` for one that lets through what is behind it, or is damaged. */
export type ImageColorist = (image: Uint8Array) => Promise<string | undefined>
