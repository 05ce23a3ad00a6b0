import type {CompiledSource, SourceTask} from '#src/model/host.ts'
import {batchesOf, inLanes} from '../in-parallel.ts'
import {compileBatch, sourcesPerBatch} from './compile-batch.ts'
import type {Compiler} from './open-compiler.ts'

/** Compile sources into the store. Returns what each came to, by name; without those that a thread died of, or was ended for. */
export async function compileWaiting(
  tasks: ReadonlyArray<SourceTask>,
  compiler: Compiler
): Promise<ReadonlyMap<string, CompiledSource>> {
  const compiled = new Map<string, CompiledSource>()
  await inLanes(batchesOf(tasks, sourcesPerBatch), compiler.lanes, async (batch, compile) => {
    const results = await compileBatch(batch, compile, compiler)
    for (const [number, {document}] of batch.entries()) {
      const result = results[number]
      if (typeof result === 'object') compiled.set(document, result)
    }
  }).finally(compiler.close)
  return compiled
}
