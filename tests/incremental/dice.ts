/** Choices that an edit leaves open, taken from numbers that stand in a counterexample. */
export interface Dice {
  /** One of `items`. */
  readonly pick: <const Item>(items: readonly [Item, ...ReadonlyArray<Item>]) => Item
  /** One of `items`; `undefined` when there is none. */
  readonly pickFrom: <Item>(items: ReadonlyArray<Item>) => Item | undefined
  /** From 0 to `limit` - 1. */
  readonly number: (limit: number) => number
}

/** Dice that fall as the numbers say, and as 0 when these are used up. */
export function diceOf(numbers: ReadonlyArray<number>): Dice {
  const waiting = [...numbers]
  const number = (limit: number): number => (waiting.shift() ?? 0) % limit
  return {
    number,
    pick: (items) => items[number(items.length)] ?? items[0],
    pickFrom: (items) => (items.length === 0 ? undefined : items[number(items.length)])
  }
}
