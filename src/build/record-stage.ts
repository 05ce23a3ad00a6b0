import type {Recorder, Span} from '#src/model/recorder.ts'

/** A step of a build that is told of by its time. */
export type Stage =
  | 'recall'
  | 'read'
  | 'configuration and templates'
  | 'compile'
  | 'bundle'
  | 'fetch'
  | 'color'
  | 'compare'
  | 'load templates'
  | 'routes'
  | 'render'
  | 'index'
  | 'draw'
  | 'resize'
  | 'compress'
  | 'look for unused'
  | 'remember answers'
  | 'write'
  | 'remember files'

/** Runs a stage; where there is a recorder, that learns how long it took, and what `describe` tells of its result. */
export type RunStage = <Value>(
  stage: Stage,
  run: () => Value | Promise<Value>,
  describe?: (value: Value) => NonNullable<Span['args']>
) => Promise<Value>

/** The function that the steps of a build are run with. */
export function stageRunner(recorder: Recorder | undefined): RunStage {
  if (recorder === undefined) return async (_, run) => run()
  return async (stage, run, describe) => {
    const start = recorder.now()
    const value = await run()
    const duration = recorder.now() - start
    const args = describe?.(value)
    const thread = besideOthers.has(stage) ? stage : recorder.thread
    recorder.record({
      category: 'stage',
      name: stage,
      start,
      duration,
      thread,
      ...(args === undefined ? {} : {args})
    })
    return value
  }
}

/** Stages that run while another does: on a row of their own, since spans of one row lie within each other. */
const besideOthers: ReadonlySet<Stage> = new Set(['configuration and templates'])
