/** Whole numbers of 32 bits, one after the other, of which there may be millions. */
export interface IntList {
  readonly length: number
  readonly push: (value: number) => void
  readonly clear: () => void
  /** The numbers; as long as none is added. */
  readonly view: () => Int32Array
}

/** An empty list. */
export function intList(): IntList {
  let values = new Int32Array(1024)
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
    clear() {
      length = 0
    },
    view: () => values.subarray(0, length)
  }
}
