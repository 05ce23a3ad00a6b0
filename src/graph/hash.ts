import {Buffer} from 'node:buffer'
import {hash} from 'node:crypto'

/** 128 bits of SHA-256 in base64url, or a short JSON as it is: equal hashes mean equal values. */
export type Hash = string

/** Hash of a value that is not there. */
export const absent: Hash = 'absent'

const hashLength = 22

/** Where a hash is cut. */
const digits = Buffer.alloc(43)

/** Hash of a text, or of bytes. */
export function hashText(text: string | Uint8Array): Hash {
  digits.write(hash('sha256', text, 'base64url'), 'latin1')
  // Written out and read: a part of a text keeps the whole of it in memory.
  return digits.toString('latin1', 0, hashLength)
}

/**
 * Hash of plain data. Keys count in the order in which they were set, which for data built by one expression is always
 * the same.
 */
export function hashData(value: unknown): Hash {
  return hashJson(JSON.stringify(value))
}

/** Hash of plain data that is JSON already; `undefined` for a value that is not there. */
export function hashJson(json: string | undefined): Hash {
  if (json === undefined) return absent
  // Half of all answers are shorter than their hash would be. No hash has an equals sign.
  return json.length < hashLength ? `=${json}` : hashText(json)
}

/** The JSON that a hash is itself; `undefined` for that of a longer one. */
export function jsonOfHash(hash: Hash): string | undefined {
  return hash.startsWith('=') ? hash.slice(1) : undefined
}
