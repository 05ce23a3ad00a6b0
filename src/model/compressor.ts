/** A way to send a text in fewer bytes, by its name in the header `Content-Encoding`. */
export type Encoding = 'br' | 'gzip'

/** What the name of a file ends in that has another's bytes in an encoding. */
export const encodingEndings: {readonly [Name in Encoding]: string} = {br: '.br', gzip: '.gz'}

/** Makes bytes as few as an encoding can. */
export interface Compressor {
  /** Changes when the same bytes may come to others. */
  readonly version: string
  readonly compress: (bytes: Uint8Array, encoding: Encoding) => Promise<Uint8Array>
}
