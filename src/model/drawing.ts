/** An element of a drawing, with the properties that satori lays it out by: plain data. */
export interface Drawing {
  /** Name of an element of HTML or SVG: `div`, `span`, `svg`, `path`. */
  readonly type: string
  readonly props: DrawingProps
}

interface DrawingProps {
  readonly [name: string]: unknown
  /** Texts and elements in order; absent where there are none. */
  readonly children?: ReadonlyArray<Drawing | string>
}

/** Of every picture, in pixels: the size that link previews are shown in. */
export const socialImageSize = {width: 1200, height: 630} as const

/** A drawing as a picture. */
export interface Picture {
  /** A PNG of `socialImageSize`. */
  readonly bytes: Uint8Array
  /** Characters that none of the fonts has, each once; empty where all are there. */
  readonly missing: string
}

/**
 * Makes a picture of a drawing. The same drawing and fonts give the same bytes.
 *
 * @param fonts
 *   Files in the formats TTF, OTF or WOFF, the best first; Galley's own come after them.
 */
export type Painter = (drawing: Drawing, fonts: ReadonlyArray<Uint8Array>) => Promise<Picture>
