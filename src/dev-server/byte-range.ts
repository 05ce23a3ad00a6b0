/** Part of a file: offsets of the first byte and of the one after the last. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * The part that a `Range` header asks for. `undefined` where the whole file is to be sent: without a header, for several parts and for
 * what is malformed; `unsatisfiable` for a part that begins behind the end.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-range
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  const [, first = '', last = ''] = match ?? []
  if (match === null || (first === '' && last === '')) return undefined
  if (first === '') {
    const start = Math.max(0, size - Number(last))
    return start >= size ? 'unsatisfiable' : {start, end: size}
  }
  if (last !== '' && Number(last) < Number(first)) return undefined
  if (Number(first) >= size) return 'unsatisfiable'
  return {start: Number(first), end: last === '' ? size : Math.min(size, Number(last) + 1)}
}
