import process from 'node:process'

/** Why nothing came of what was waited for: there is nothing left that it could come from, or it took too long. */
export class NeverSettledError extends Error {
  override readonly name = 'NeverSettledError'
}

/** Code may ask other machines. */
const secondsMax = 60

/**
 * What a promise of foreign code comes to. Rejects with a `NeverSettledError` when the process has nothing else to wait for, which would end it without a
 * word, or after a minute.
 */
export async function settleInTime<Value>(promise: Promise<Value>): Promise<Value> {
  let stop: () => void = () => undefined
  const never = new Promise<never>((_, reject) => {
    const onIdle = (): void => reject(new NeverSettledError('it waits for what never comes'))
    const onLate = (): void => reject(new NeverSettledError(`it has not come to an end in ${secondsMax} s`))
    // Nobody is to wait for this one.
    const timer = setTimeout(onLate, secondsMax * 1000).unref()
    process.once('beforeExit', onIdle)
    stop = () => {
      clearTimeout(timer)
      process.off('beforeExit', onIdle)
    }
  })
  return Promise.race([promise, never]).finally(stop)
}
