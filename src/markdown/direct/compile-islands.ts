import type {Html, RootContent} from 'mdast'
import type {Checked} from '#src/diagnostics/diagnostic.ts'
import type {CompiledBody} from '#src/model/document.ts'
import type {Island, Part} from './split-parts.ts'
import type {Survey} from './survey-tree.ts'

/** Compile blocks by the processor, as if they were a whole body. */
export type CompileIsland = (blocks: ReadonlyArray<RootContent>) => Promise<Checked<CompiledBody>>

/** A part of a body, with what an island comes to. */
export type ReadyPart =
  | Exclude<Part, Island>
  | {readonly kind: 'island'; readonly compiled: Checked<CompiledBody>}

/**
 * The parts of a body, islands compiled: before all else, because the processor may have to load the parser of raw HTML.
 *
 * @returns
 *   `undefined` when an island turns out not to close all that it opens.
 */
export async function compileIslands(
  {definitions, parts}: Pick<Survey, 'definitions' | 'parts'>,
  compileIsland: CompileIsland
): Promise<ReadonlyArray<ReadyPart> | undefined> {
  const ready: Array<ReadyPart> = []
  for (const part of parts) {
    if (part.kind !== 'island') {
      ready.push(part)
      continue
    }
    const compiled = await compile(part)
    if (compiled === undefined) return undefined
    ready.push({kind: 'island', compiled})
  }
  return ready

  async function compile({blocks, isClosed}: Island): Promise<Checked<CompiledBody> | undefined> {
    const all = [...definitions.values(), ...blocks]
    if (isClosed) return compileIsland(all)
    // What fails with the buoy fails without it, and is told of as if there had been none.
    const compiled = await compileIsland([...all, buoy]).catch(() => undefined)
    const body = compiled && withoutBuoy(compiled.value.body)
    return body && {...compiled, value: {...compiled.value, body}}
  }
}

const buoyHtml = '<galley-end></galley-end>'

/**
 * What follows an island to show whether it is closed. If anything were open behind it, be it an element, formatting that a parser opens
 * again, a comment or a tag, then the buoy would stand inside of that, and not at the end.
 */
const buoy: Html = {type: 'html', value: buoyHtml}

const ending = `\n${buoyHtml}`

/** `undefined` when the buoy is not the last element of all. */
function withoutBuoy({chunks, slots}: CompiledBody['body']): CompiledBody['body'] | undefined {
  const last = chunks.at(-1) ?? ''
  if (!last.endsWith(ending)) return undefined
  return {chunks: [...chunks.slice(0, -1), last.slice(0, -ending.length)], slots}
}
