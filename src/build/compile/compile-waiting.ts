import type {CompiledSource, SourceTask} from '#src/model/host.ts'
import {batchesOf, inLanes} from '../in-parallel.ts'
import {compileBatch, sourcesPerBatch} from './compile-batch.ts'
import type {Compiler} from './open-compiler.ts'
import type {ThreadEnd} from './watched-lane.ts'

/** What became of sources that have waited. */
export interface CompiledWaiting {
  /** Those that were tried. */
  readonly tasks: ReadonlyArray<SourceTask>
  /** What each of them came to, by name. */
  readonly compiled: ReadonlyMap<string, CompiledSource>
  /** What became of the threads that came to an end over the others, by name. */
  readonly ended: ReadonlyMap<string, ThreadEnd>
}

/** Compile sources into the store, until all are or time is over. */
export async function compileWaiting(
  waiting: ReadonlyArray<SourceTask>,
  compiler: Compiler,
  isOver: () => boolean
): Promise<CompiledWaiting> {
  const tasks: Array<SourceTask> = []
  const compiled = new Map<string, CompiledSource>()
  const ended = new Map<string, ThreadEnd>()
  await inLanes(batchesOf(waiting, sourcesPerBatch), compiler.lanes, async (batch, compile) => {
    if (isOver()) return
    tasks.push(...batch)
    const results = await compileBatch(batch, compile, compiler)
    for (const [number, {document}] of batch.entries()) {
      const result = results[number]
      if (typeof result === 'object') compiled.set(document, result)
      else ended.set(document, result ?? 'died')
    }
  }).finally(compiler.close)
  return {tasks, compiled, ended}
}
