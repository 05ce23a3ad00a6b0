/** Numbers pairs of numbers: 0 for the first pair that is met, and so on. */
export interface PairNumbers {
  readonly numberOf: (first: number, second: number) => number
  /** The pairs by their numbers, each as two numbers. */
  readonly pairs: () => Int32Array
}

/** A `Map` with a key made of two numbers takes several times as long, and has an end at sixteen million. */
export function pairNumbers(): PairNumbers {
  let slots = new Int32Array(1 << 12).fill(-1)
  // Half of the slots are taken at most, by pairs of two numbers.
  let pairs = new Int32Array(slots.length)
  let count = 0
  return {
    numberOf(first, second) {
      const slot = slotOf(slots, pairs, first, second)
      const number = slots[slot] ?? -1
      if (number !== -1) return number
      const added = count++
      pairs[added * 2] = first
      pairs[added * 2 + 1] = second
      slots[slot] = added
      // Half full, most are found at once.
      if (count * 2 >= slots.length) {
        const known = pairs
        slots = widened(slots.length * 2, known)
        pairs = new Int32Array(slots.length)
        pairs.set(known)
      }
      return added
    },
    pairs: () => pairs.subarray(0, count * 2)
  }
}

/** Where a pair is, or would be. */
function slotOf(slots: Int32Array, pairs: Int32Array, first: number, second: number): number {
  const mask = slots.length - 1
  const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
  let slot = (hash ^ (hash >>> 15)) & mask
  for (let number = slots[slot] ?? -1; number !== -1; number = slots[slot] ?? -1) {
    if (pairs[number * 2] === first && pairs[number * 2 + 1] === second) return slot
    slot = (slot + 1) & mask
  }
  return slot
}

function widened(length: number, pairs: Int32Array): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(length).fill(-1)
  for (let number = 0; number * 2 < pairs.length; number++) {
    const [first = 0, second = 0] = [pairs[number * 2], pairs[number * 2 + 1]]
    slots[slotOf(slots, pairs, first, second)] = number
  }
  return slots
}
