/** Whole numbers of 32 bits, one after the other, of which there may be millions. */
export interface IntList {
  readonly length: number
  readonly push: (value: number) => void
  readonly at: (index: number) => number
  /** The numbers; as long as none is added. */
  readonly view: () => Int32Array
}

/**
 * An empty list.
 *
 * @param capacity
 *   Numbers that there is room for at once. Where that is what will be added, nothing is copied, and no memory is left over.
 */
export function intList(capacity: number = 1024): IntList {
  let values = new Int32Array(Math.max(1, capacity))
  let length = 0
  return {
    get length() {
      return length
    },
    push(value) {
      if (length === values.length) {
        const larger = new Int32Array(length * 2)
        larger.set(values)
        values = larger
      }
      values[length++] = value
    },
    at: (index) => values[index] ?? 0,
    view: () => values.subarray(0, length)
  }
}
