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
  const byRevision: Array<HeldAnswer | undefined> = []
  const stored = openLately(storedMin)
  /** Of each query the last one. */
  const passing = new Map<number, HeldAnswer>()
  const passingPositions = new Map<string, number>()
  return {at, hold}

  function at(position: number): HeldAnswer | undefined {
    return byRevision[position] ?? passing.get(position) ?? stored.at(position)
  }

  function hold(position: number, {name, held}: Query<never, unknown>, answer: HeldAnswer): void {
    if (held === 'revision') byRevision[position] = answer
    else if (held === 'trace') stored.hold(position, answer)
    else {
      passing.delete(passingPositions.get(name) ?? position)
      passing.set(position, answer)
      passingPositions.set(name, position)
    }
  }
}

/** What is stored can be had again: so many such answers are held. Those of a page are asked for by its neighbors, which are rendered soon. */
const storedMin = 10_000

/** Holds what was held or asked for last: as many answers as `countMin`, and fewer than twice as many. */
function openLately(countMin: number): {
  readonly at: (position: number) => HeldAnswer | undefined
  readonly hold: (position: number, answer: HeldAnswer) => void
} {
  let recent = new Map<number, HeldAnswer>()
  let older = new Map<number, HeldAnswer>()
  return {at, hold}

  function at(position: number): HeldAnswer | undefined {
    const known = recent.get(position)
    if (known !== undefined) return known
    const answer = older.get(position)
    if (answer !== undefined) hold(position, answer)
    return answer
  }

  function hold(position: number, answer: HeldAnswer): void {
    recent.set(position, answer)
    if (recent.size < countMin) return
    older = recent
    recent = new Map()
  }
}
