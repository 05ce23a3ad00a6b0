import type {RootContent} from 'mdast'
import type {Checked} from '#src/diagnostics/diagnostic.ts'
import type {CompiledBody} from '#src/model/document.ts'
import type {Part} from './split-parts.ts'
import type {Survey} from './survey-tree.ts'

/** Compile blocks by the processor, as if they were a whole body. */
export type CompileIsland = (blocks: ReadonlyArray<RootContent>) => Promise<Checked<CompiledBody>>

/** A part of a body, with what an island comes to. */
export type ReadyPart =
  | Exclude<Part, {kind: 'island'}>
  | {readonly kind: 'island'; readonly compiled: Checked<CompiledBody>}

/** The parts of a body, islands compiled: before all else, because the processor may have to load the parser of raw HTML. */
export async function compileIslands(
  {definitions, parts}: Survey,
  compileIsland: CompileIsland
): Promise<ReadonlyArray<ReadyPart>> {
  const ready: Array<ReadyPart> = []
  for (const part of parts) {
    if (part.kind !== 'island') {
      ready.push(part)
      continue
    }
    const compiled = await compileIsland([...definitions.values(), ...part.blocks])
    ready.push({kind: 'island', compiled})
  }
  return ready
}
