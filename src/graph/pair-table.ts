import {grown} from './grown.ts'

/**
 * Numbers pairs of numbers, from 0 on without gaps, each pair once.
 *
 * A table with open addressing in plain memory: half a million entries of a `Map` take ten times as long and as much room.
 */
export interface PairTable {
  /** Number of a pair, a new one when it is not known yet. */
  readonly numberOf: (first: number, second: number) => number
  readonly firstAt: (number: number) => number
  readonly secondAt: (number: number) => number
  /** How many pairs are known. */
  readonly size: () => number
}

/**
 * A table of pairs that are numbered already.
 *
 * @param firsts
 *   Of each pair, in order; as many as `seconds`. No pair is there twice.
 */
export function openPairTable(firsts: Uint32Array, seconds: Uint32Array): PairTable {
  let size = firsts.length
  let [ownFirsts, ownSeconds] = [firsts, seconds]
  /** Numbers of pairs, plus one; 0 where there is none. */
  let slots = new Uint32Array(0)
  makeRoom(slotsMin)
  return {numberOf, firstAt, secondAt, size: () => size}

  function firstAt(number: number): number {
    return ownFirsts[number] ?? 0
  }

  function secondAt(number: number): number {
    return ownSeconds[number] ?? 0
  }

  function numberOf(first: number, second: number): number {
    let slot = slotOf(first, second)
    for (let entry = slots[slot] ?? 0; entry !== 0; entry = slots[slot] ?? 0) {
      if (ownFirsts[entry - 1] === first && ownSeconds[entry - 1] === second) return entry - 1
      slot = next(slot)
    }
    ownFirsts = grown(ownFirsts, size + 1)
    ownSeconds = grown(ownSeconds, size + 1)
    ownFirsts[size] = first
    ownSeconds[size] = second
    slots[slot] = ++size
    if (size * 2 > slots.length) makeRoom(slots.length * 2)
    return size - 1
  }

  /** Put all pairs into at least so many slots, and twice as many as there are pairs, so that most are found where they belong. */
  function makeRoom(countMin: number): void {
    let count = countMin
    while (count < size * 2) count *= 2
    slots = new Uint32Array(count)
    for (let number = 0; number < size; number++) {
      let slot = slotOf(firstAt(number), secondAt(number))
      while (slots[slot] !== 0) slot = next(slot)
      slots[slot] = number + 1
    }
  }

  function slotOf(first: number, second: number): number {
    const mixed = Math.imul(first, firstFactor) ^ Math.imul(second, secondFactor)
    return (mixed ^ (mixed >>> 15)) & (slots.length - 1)
  }

  function next(slot: number): number {
    return (slot + 1) & (slots.length - 1)
  }
}

/** A power of two, as any number of slots is. */
const slotsMin = 64

/** Odd numbers without a pattern, so that neighboring numbers fall far apart. */
const firstFactor = 0x9e3779b1
const secondFactor = 0x85ebca6b
