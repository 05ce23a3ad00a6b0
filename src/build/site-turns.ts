import type {Host} from '#src/model/host.ts'

/** Work at one site, one thing after the other. */
export interface SiteTurns {
  /** Do it when all before is done, and while no other build of the site runs. */
  readonly take: <Value>(act: () => Promise<Value>) => Promise<Value>
  /** When all that was begun is done. */
  readonly done: () => Promise<void>
}

/**
 * Nothing is under way at first.
 *
 * @param onWaiting
 *   Told each time that another build of the site is to end first.
 */
export function openTurns({lock}: Pick<Host, 'lock'>, onWaiting: () => void): SiteTurns {
  let last: Promise<unknown> = Promise.resolve()
  return {
    take(act) {
      const taken = last.then(() => lock(onWaiting)).then((held) => act().finally(held.release))
      last = taken.catch(() => undefined)
      return taken
    },
    done: () => last.then(() => undefined)
  }
}
