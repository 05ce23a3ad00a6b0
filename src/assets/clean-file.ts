import type {ImageFormat} from '#src/model/image.ts'
import {cleanDrawing} from './drawings/clean-drawing.ts'
import {decodeXml} from './drawings/decode-xml.ts'
import {stripMetadata} from './metadata/strip-metadata.ts'

/** What readers may get of a file. */
export interface CleanFile {
  /** Those of the file, where nothing had to be removed. */
  readonly bytes: Uint8Array
  /** What of a drawing had to be removed, as an author would look for it: `<script>`. */
  readonly removed: ReadonlyArray<string>
  /** Why a drawing cannot be read; absent for one that can. */
  readonly problem?: string
}

/** A drawing without what could run or load, or an image without what the camera noted. All other files are clean as they are. */
export function cleanFile(path: string, bytes: Uint8Array, format: ImageFormat | undefined): CleanFile {
  return isDrawingFile(path) ? cleanSvg(bytes) : {bytes: stripMetadata(bytes, format), removed: []}
}

/** Whether a file is a drawing in SVG, by its name. */
export function isDrawingFile(path: string): boolean {
  return /\.svg$/i.test(path)
}

function cleanSvg(bytes: Uint8Array): CleanFile {
  try {
    const {text, isUtf8} = decodeXml(bytes)
    const clean = cleanDrawing(text)
    const isAsItWas = isUtf8 && clean.text === text
    return {bytes: isAsItWas ? bytes : new TextEncoder().encode(clean.text), removed: clean.removed}
  } catch (problem) {
    // A browser shows such a drawing up to the mistake, and runs what stands there.
    const [reason = ''] = String(problem instanceof Error ? problem.message : problem).split('\n')
    return {bytes: new TextEncoder().encode(emptyDrawing), removed: [], problem: reason}
  }
}

const emptyDrawing = '<svg xmlns="http://www.w3.org/2000/svg"/>\n'
