import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Host} from '#src/model/host.ts'
import type {Output} from '#src/model/output.ts'
import {inParallel} from './in-parallel.ts'
import {unreadableFile, unwritableFile} from './messages.ts'
import type {Plan} from './plan.ts'

/** Files written at once. */
const writesAtOnce = 16

/**
 * Write and remove what the plan says, each file whole.
 *
 * @returns
 *   An error for each file that could not be written; the others are.
 */
export async function applyPlan(
  host: Host,
  plan: Plan,
  onWritten: (done: number, total: number) => void
): Promise<ReadonlyArray<Diagnostic>> {
  const diagnostics: Array<Diagnostic> = []
  // Removing first makes room: a page that became a folder of pages, or the other way round.
  await inParallel(plan.remove, writesAtOnce, async (path) => {
    await host.output
      .remove(path)
      .catch((problem: unknown) => diagnostics.push(unwritableFile(path, problem)))
  })
  const outputs = [...plan.create, ...plan.update]
  let done = 0
  await inParallel(outputs, writesAtOnce, async (output) => {
    diagnostics.push(...(await write(host, output)))
    done++
    onWritten(done, outputs.length)
  })
  return diagnostics
}

async function write(host: Host, output: Output): Promise<ReadonlyArray<Diagnostic>> {
  try {
    const content = output.kind === 'text' ? output.text : await host.read(output.source)
    if (content === undefined) return [unreadableFile(output.path, 'the file is gone')]
    await host.output.write(output.path, content)
    return []
  } catch (problem) {
    return [unwritableFile(output.path, problem)]
  }
}
