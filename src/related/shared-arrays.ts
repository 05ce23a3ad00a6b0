/** Whole numbers in memory that threads share. */
export function sharedInts(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT))
}

/** Fractions in memory that threads share, with the digits that weights need. */
export function sharedFloats(length: number): Float32Array {
  return new Float32Array(new SharedArrayBuffer(length * Float32Array.BYTES_PER_ELEMENT))
}

/** The same numbers in memory that threads share. */
export function toShared(numbers: Int32Array): Int32Array {
  const shared = sharedInts(numbers.length)
  shared.set(numbers)
  return shared
}
