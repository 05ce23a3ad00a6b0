import type {Host} from '#src/model/host.ts'

const failedFile = 'failed'

/** Whether the last build left the output folder as it was because of errors. */
export function hasFailed({store}: Pick<Host, 'store'>): boolean {
  return store.read(failedFile) !== undefined
}

/** Remember whether the last build left the output folder as it was because of errors. Writes only when that is another than before. */
export function noteFailure({store}: Pick<Host, 'store'>, isFailed: boolean): void {
  const isNoted = hasFailed({store})
  if (isFailed && !isNoted) store.write(failedFile, [])
  if (!isFailed && isNoted) store.remove(failedFile)
}
