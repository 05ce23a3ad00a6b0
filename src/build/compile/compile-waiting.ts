import type {CompiledSource, SourceTask} from '#src/model/host.ts'
import {batchesOf, inLanes} from '../in-parallel.ts'
import {compileBatch, sourcesPerBatch} from './compile-batch.ts'
import type {Compiler} from './open-compiler.ts'

/** What became of sources that have waited. */
export interface CompiledWaiting {
  /** Those that were tried. */
  readonly tasks: ReadonlyArray<SourceTask>
  /** What each of them came to, by name; without those that a thread died of, or was ended for. */
  readonly compiled: ReadonlyMap<string, CompiledSource>
}

/** Compile sources into the store, until all are or time is over. */
export async function compileWaiting(
  waiting: ReadonlyArray<SourceTask>,
  compiler: Compiler,
  isOver: () => boolean
): Promise<CompiledWaiting> {
  const tasks: Array<SourceTask> = []
  const compiled = new Map<string, CompiledSource>()
  await inLanes(batchesOf(waiting, sourcesPerBatch), compiler.lanes, async (batch, compile) => {
    if (isOver()) return
    tasks.push(...batch)
    const results = await compileBatch(batch, compile, compiler)
    for (const [number, {document}] of batch.entries()) {
      const result = results[number]
      if (typeof result === 'object') compiled.set(document, result)
    }
  })
  return {tasks, compiled}
}
