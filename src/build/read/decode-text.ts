import {isUtf8} from 'node:buffer'
import type {Checked} from '#src/diagnostics/diagnostic.ts'

/**
 * Bytes of one text. The whole Bible has 4.5 million, and compiles in two seconds and half a gigabyte; ten times as much takes more
 * memory than a process has.
 */
export const textBytesMax = 5_000_000

/**
 * Text of a source without byte order mark.
 *
 * @returns
 *   `undefined` with one of the errors `build/too-large-text`, `build/not-utf8` and `build/nul-byte`.
 */
export async function decodeText(path: string, bytes: Uint8Array): Promise<Checked<string | undefined>> {
  const isText = bytes.length <= textBytesMax && isUtf8(bytes) && !bytes.includes(0)
  // The decoder takes a byte order mark away.
  if (isText) return {value: new TextDecoder().decode(bytes), diagnostics: []}
  const {refuseText} = await import('./refuse-text.ts')
  return {value: undefined, diagnostics: [refuseText(path, bytes)]}
}
