/** Time in which nobody waits for an answer. */
export interface SpareTime {
  /** When there is some: to be awaited between pieces of work that nobody waits for. */
  readonly come: () => Promise<void>
  /** Whether there is none now, so that a piece that can end early is to do so. */
  readonly isOver: () => boolean
}

/** For work that somebody waits for. */
export const allTime: SpareTime = {come: async () => undefined, isOver: () => false}
