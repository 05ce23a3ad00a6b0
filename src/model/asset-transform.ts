/** Makes style sheets and scripts of files in other languages, or others of them, before they are bundled. */
export interface AssetTransform {
  /** Which files below `templates/assets/`, by their paths. Those that are no scripts become style sheets. */
  readonly files: RegExp
  /** What it throws is told at the file, at `line` and `column` (1-based) where the error has them. */
  readonly transform: (file: AssetFile) => TransformedAsset | Promise<TransformedAsset>
}

/** A file to be transformed. */
export interface AssetFile {
  /** From the site's root. */
  readonly path: string
  readonly text: string
  /** Absolute folder of the site. */
  readonly root: string
  /** Whether the site is built for those who make it. */
  readonly isDevelopment: boolean
}

/** What a file was made to. */
export interface TransformedAsset {
  /** CSS, JavaScript or TypeScript. */
  readonly text: string
  /** Files and folders that it was made of too, absolute or from the site's root: when one is another, it is made anew. Default: none. */
  readonly dependencies?: ReadonlyArray<string>
}
