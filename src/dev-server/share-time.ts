import type {SpareTime} from '#src/build/spare-time.ts'

/** Time in which requests are answered, and other work is done when there are none. */
export interface SharedTime extends SpareTime {
  /** Answer somebody: no time is spare until that is done, nor a moment after. */
  readonly answer: <Value>(act: () => Promise<Value>) => Promise<Value>
  /** Wait for other work: all time is spare until that is done. */
  readonly hurry: <Value>(act: () => Promise<Value>) => Promise<Value>
}

/** A page is followed this soon by its style sheets and images, and the start of a server by its first page. */
const quietMs = 100

/** After so many moments with requests in each, other work goes on all the same: nobody holds it up for good. */
const momentsMax = 50

/**
 * Share the time from now on.
 *
 * @param clock
 *   In milliseconds.
 */
export function shareTime(clock: () => number): SharedTime {
  let answering = 0
  let hurrying = 0
  let lastAnswered = clock()
  const sleeping = new Set<() => void>()
  return {
    async answer(act) {
      answering++
      try {
        return await act()
      } finally {
        answering--
        lastAnswered = clock()
      }
    },
    async hurry(act) {
      hurrying++
      for (const wake of sleeping) wake()
      try {
        return await act()
      } finally {
        hurrying--
      }
    },
    async come() {
      for (let moment = 0; moment < momentsMax; moment++) {
        // Requests that have arrived are seen first, also those that arrived while this thread was busy and the moment went by.
        await new Promise(setImmediate)
        if (!isWanted()) return
        await sleep()
      }
    },
    isOver: () => hurrying === 0 && answering > 0
  }

  function isWanted(): boolean {
    return hurrying === 0 && (answering > 0 || clock() - lastAnswered < quietMs)
  }

  function sleep(): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer)
        sleeping.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, quietMs)
      sleeping.add(wake)
    })
  }
}
