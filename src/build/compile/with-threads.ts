import type {Host, Thread} from '#src/model/host.ts'

/** Do what other threads may help with, where there are processors for them; they are closed afterwards. */
export async function withThreads<Value>(
  {openThread, processorCount}: Pick<Host, 'openThread' | 'processorCount'>,
  act: (threads: ReadonlyArray<Thread>) => Promise<Value>
): Promise<Value> {
  const threads = openThread !== undefined && processorCount > 1 ? [openThread()] : []
  try {
    return await act(threads)
  } finally {
    await Promise.all(threads.map(({close}) => close()))
  }
}
