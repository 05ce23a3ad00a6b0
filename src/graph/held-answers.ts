import {openLately} from './lately.ts'
import type {Query} from './query.ts'

/** An answer that is held: one may be `undefined`. */
export interface HeldAnswer {
  readonly of: unknown
}

/** Answers by position, each held as long as its query says. */
export interface HeldAnswers {
  readonly at: (position: number) => HeldAnswer | undefined
  readonly hold: (position: number, query: Query<never, unknown>, answer: HeldAnswer) => void
}

export function openHeldAnswers(): HeldAnswers {
  const held: Array<HeldAnswer | undefined> = []
  const stored = openLately<number, HeldAnswer>(storedMin)
  /** Of each query that passes the position whose answer is held. */
  const passing = new Map<string, number>()
  return {at, hold}

  function at(position: number): HeldAnswer | undefined {
    return held[position] ?? stored.at(position)
  }

  function hold(position: number, query: Query<never, unknown>, answer: HeldAnswer): void {
    if (query.held === 'trace') {
      stored.hold(position, answer)
      return
    }
    if (query.held === 'passing') {
      held[passing.get(query.name) ?? position] = undefined
      passing.set(query.name, position)
    }
    held[position] = answer
  }
}

/** What is stored can be had again: so many such answers are held. Those of a page are asked for by its neighbors, which are rendered soon. */
const storedMin = 10_000
