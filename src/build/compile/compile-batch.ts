import type {CompiledSource, SourceTask} from '#src/model/host.ts'
import type {CompileLane} from './open-compiler.ts'

/** Sources compiled together: enough that handing them to a thread costs little beside the work. */
export const sourcesPerBatch = 8

/**
 * Compile sources into the store. Returns what each came to; `undefined` for one that a thread died of.
 *
 * @param alone
 *   Tells which one a thread died of.
 */
export async function compileBatch(
  tasks: ReadonlyArray<SourceTask>,
  compile: CompileLane,
  alone: CompileLane
): Promise<ReadonlyArray<CompiledSource | undefined>> {
  if (tasks.length === 0) return []
  const compiled = await compile(tasks)
  if (compiled !== undefined) return compiled
  // It died of one of them, or of what else it had.
  const each: Array<CompiledSource | undefined> = []
  for (const task of tasks) each.push((await alone([task]))?.[0])
  return each
}
