import type {Host, Thread} from '#src/model/host.ts'
import type {MarkdownOptions} from '#src/model/markdown-options.ts'
import type {ThreadThresholds} from '#src/model/thread-thresholds.ts'

/** What is to be compiled, and who may help. */
export interface ThreadChoice {
  readonly threads: ReadonlyArray<Thread>
  /** Sources that may have to be compiled. */
  readonly sourceCount: number
  /** Whether they may be under way when what need not wait for them begins. Default: `false`. */
  readonly mayBeBeside?: boolean | undefined
  /** Whether nothing was known of the site. */
  readonly isFirst?: boolean
}

/** A thread that compiles fewer than that takes as long to start. */
const sourcesPerThread = 250

/** What is known of sources whose documents are under way is held: of more than these it would be too much, and nothing is gained by it. */
const sourcesMax = 5000

/** Whether so little is to be compiled that code is hardly warm before the end. */
export function isSoonDone({sourceCount}: Pick<ThreadChoice, 'sourceCount'>): boolean {
  return sourceCount <= sourcesMax
}

/**
 * Whether other threads are to compile while this one renders what is compiled. Where articles are related by what they say none is
 * rendered before all are compiled: so all threads compile, as soon as that saves time.
 */
export function isWorthCompilingBeside(
  request: ThreadChoice & {readonly options: Pick<MarkdownOptions, 'keepsProse'>},
  payFrom: ThreadThresholds
): boolean {
  return (
    mayCompileBeside(request, payFrom) &&
    !(request.options.keepsProse && request.sourceCount >= payFrom.sources)
  )
}

/** As many of the threads as are worth to be started. */
export function busyThreads({threads, sourceCount}: ThreadChoice): ReadonlyArray<Thread> {
  return threads.slice(0, Math.ceil(sourceCount / sourcesPerThread))
}

/** Load what compiling takes where it will be done, before it is known how: here, or in threads that begin while this one goes on. */
export async function prepareCompiling(
  {threadsPayFrom}: Pick<Host, 'threadsPayFrom'>,
  request: ThreadChoice
): Promise<void> {
  if (!mayCompileBeside(request, threadsPayFrom)) {
    await import('./compile-source.ts')
    return
  }
  // What goes wrong there does so again when they compile.
  for (const thread of busyThreads(request)) thread.ask({kind: 'prepare'}).catch(() => undefined)
}

function mayCompileBeside(
  {mayBeBeside = false, isFirst = false, threads, sourceCount}: ThreadChoice,
  {beside}: ThreadThresholds
): boolean {
  const payFrom = isFirst ? beside.first : beside.later
  return mayBeBeside && threads.length > 0 && sourceCount >= payFrom && isSoonDone({sourceCount})
}
