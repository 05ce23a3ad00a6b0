/** Runs work once for a burst of hints that it is due. */
export interface Bursts {
  /** Something may have changed. */
  readonly hint: () => void
  /** When no work is under way nor due. */
  readonly settled: () => Promise<void>
  /** No work begins any more. */
  readonly close: () => void
  readonly isClosed: () => boolean
}

/**
 * Run `work` a moment after the last of several hints. Hints while it runs make it run again afterwards, so that it has always begun
 * after the last hint.
 *
 * @param quietMs
 *   How long after a hint another one belongs to the same burst.
 * @param work
 *   Must not reject.
 */
export function settleBursts(quietMs: number, work: () => Promise<void>): Bursts {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isDue = false
  let isRunning = false
  let isClosed = false
  let waiting: Array<() => void> = []
  return {
    hint() {
      if (isClosed) return
      clearTimeout(timer)
      timer = setTimeout(begin, quietMs)
    },
    settled: () => (isQuiet() ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    isClosed: () => isClosed,
    close() {
      isClosed = true
      clearTimeout(timer)
      timer = undefined
      wake()
    }
  }

  function begin(): void {
    timer = undefined
    isDue = true
    if (!isRunning) void run()
  }

  async function run(): Promise<void> {
    isRunning = true
    while (isDue && !isClosed) {
      isDue = false
      await work()
    }
    isRunning = false
    wake()
  }

  function isQuiet(): boolean {
    return timer === undefined && !isRunning
  }

  function wake(): void {
    if (!isQuiet()) return
    const woken = waiting
    waiting = []
    for (const resolve of woken) resolve()
  }
}
