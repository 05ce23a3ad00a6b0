import {Buffer} from 'node:buffer'
import {crc32} from 'node:zlib'
import type {Store} from '#src/model/store.ts'

/** Files of the store that this very version wrote, and that are whole. */
export interface SealedStore {
  /** `undefined` for a file that is missing, damaged or another version's. */
  readonly read: (name: string) => Buffer | undefined
  /** The content may come in parts. */
  readonly write: (name: string, ...content: ReadonlyArray<string | Uint8Array>) => void
  /** The store itself, for files that check themselves. */
  readonly files: Store
}

/**
 * Files with a first line that tells version and checksum, so that nothing is trusted that was not written to its end.
 *
 * @param version
 *   Of Galley.
 * @param onNotice
 *   Told once, in one line for people, when something is set aside.
 */
export function sealedStore(store: Store, version: string, onNotice: (text: string) => void): SealedStore {
  let isTold = false
  return {
    read(name) {
      const bytes = store.read(name)
      if (bytes === undefined) return undefined
      const content = unseal(bytes, version, name)
      if (typeof content !== 'string') return content
      if (!isTold) onNotice(content)
      isTold = true
      return undefined
    },
    write: (name, ...content) => store.write(name, seal(version, name, ...content)),
    files: store
  }
}

/**
 * A first line, then `content`, as parts of a file: there may be much of it, so that it is not copied.
 *
 * @param name
 *   Of the file, so that one in the place of another is noticed too.
 */
export function seal(
  version: string,
  name: string,
  ...content: ReadonlyArray<string | Uint8Array>
): ReadonlyArray<Uint8Array> {
  const parts = content.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))
  return [Buffer.from(`${firstLine(version, name, parts)}\n`), ...parts]
}

/** What was sealed; or why it is set aside, as a sentence. */
export function unseal(sealed: Uint8Array, version: string, name: string): Buffer | string {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const end = bytes.indexOf('\n')
  const line = bytes.toString('utf8', 0, Math.max(end, 0))
  const content = bytes.subarray(end + 1)
  if (line === firstLine(version, name, [content])) return content
  const isOwn = line.startsWith(`galley ${JSON.stringify(version)} `) || !line.startsWith('galley "')
  return isOwn
    ? 'What the last build remembered is damaged: set aside'
    : 'What the last build remembered is another version’s: set aside'
}

function firstLine(version: string, name: string, content: ReadonlyArray<Uint8Array>): string {
  // It notices what was cut off or damaged, and needs to withstand nobody: whether an answer is the right one is told by hashes.
  const checksum = content.reduce((sum, part) => crc32(part, sum), crc32(`${name}\n`))
  const line = `galley ${JSON.stringify(version)} ${checksum.toString(16).padStart(8, '0')}`
  // With its line feed a multiple of four bytes, so that numbers in what follows can be used where they lie.
  return line.padEnd(line.length + (-(Buffer.byteLength(line) + 1) & 3))
}
