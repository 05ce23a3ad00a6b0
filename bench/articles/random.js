/**
 * A seeded source of numbers (mulberry32): the same seed gives the same articles on every machine.
 *
 * @param {number} seed
 *   Neighboring seeds give unrelated numbers.
 * @returns {() => number}
 *   Numbers from 0 to before 1.
 */
export function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const turned = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((turned ^ (turned >>> 14)) >>> 0) / 2 ** 32
  }
}
