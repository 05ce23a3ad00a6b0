import type {CompiledSource, SourceTask} from '#src/model/host.ts'
import type {CompileLane, Compiler} from './open-compiler.ts'
import type {ThreadEnd} from './watched-lane.ts'

/** Sources compiled together: enough that handing them to a thread costs little beside the work. */
export const sourcesPerBatch = 8

/** Compile sources into the store. Returns what each came to, or what became of the thread that tried it alone. */
export async function compileBatch(
  tasks: ReadonlyArray<SourceTask>,
  compile: CompileLane,
  {alone, isRisky}: Pick<Compiler, 'alone' | 'isRisky'>
): Promise<ReadonlyArray<CompiledSource | ThreadEnd>> {
  const harmless = tasks.filter((task) => !isRisky(task))
  const together = harmless.length === 0 ? [] : await compile(harmless)
  const waiting = typeof together === 'string' ? undefined : together.values()
  const each: Array<CompiledSource | ThreadEnd> = []
  for (const task of tasks) {
    // When a thread died, it was of one of them, or of what else it had.
    const done = isRisky(task) ? undefined : waiting?.next().value
    each.push(done ?? (await compileAlone(task, alone)))
  }
  return each
}

async function compileAlone(task: SourceTask, alone: CompileLane): Promise<CompiledSource | ThreadEnd> {
  const compiled = await alone([task])
  return typeof compiled === 'string' ? compiled : (compiled[0] ?? 'died')
}
