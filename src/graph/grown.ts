/** A copy with room for at least `count` numbers, and twice as many as before; the numbers themselves when they have it. */
export function grown(numbers: Uint32Array, count: number): Uint32Array {
  if (count <= numbers.length) return numbers
  const copy = new Uint32Array(Math.max(count, numbers.length * 2, countMin))
  copy.set(numbers)
  return copy
}

const countMin = 64
