import {Buffer} from 'node:buffer'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {keyOf} from '#src/graph/query.ts'
import {traceOf} from '#src/graph/traces.ts'
import type {Host} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {readAnswer} from './answer.ts'
import {type BuildOptions, type BuildResult, build} from './build.ts'
import {differentBytes, differentDiagnostics} from './messages.ts'
import {rendered} from './queries/rendered.ts'
import {sealedStore} from './store/sealed-store.ts'
import {openTraceStore} from './store/trace-store.ts'

/**
 * Build the site once more from nothing, in memory, and compare: an incremental build has to give, byte for byte, what a clean one
 * gives.
 *
 * @param result
 *   Of the build that is in the output folder now.
 * @returns
 *   An error for each file that differs, and one when the diagnostics do.
 */
export async function verifyBuild(
  host: Host,
  options: BuildOptions,
  result: BuildResult
): Promise<ReadonlyArray<Diagnostic>> {
  const clean = await host.scratch()
  const expected = await build(clean, {...options, onNotice: () => undefined})
  const isSame = JSON.stringify(expected.diagnostics) === JSON.stringify(result.diagnostics)
  const problems = isSame ? [] : [differentDiagnostics()]
  if (!expected.isWritten || !result.isWritten) return problems

  const store = sealedStore(host.store, host.version, () => undefined)
  const answer = readAnswer(store)
  const traces = openTraceStore(store).read()
  const differing = (answer?.outputs ?? []).flatMap(({path, route}) => {
    const offset = firstDifference(host.output.read(path), clean.output.read(path))
    if (offset === undefined) return []
    const reads = traceOf(traces, keyOf(rendered, route))?.reads ?? []
    return [
      differentBytes(
        path,
        route,
        offset,
        reads.map(([key]) => key)
      )
    ]
  })
  const known = new Set(answer?.outputs.map(({path}) => path))
  const missing = clean.output.list().filter((path) => !known.has(path))
  return [...problems, ...differing, ...missing.map((path: OutputPath) => differentBytes(path, path, 0, []))]
}

/** Offset of the first byte that differs; `undefined` when none does. */
function firstDifference(
  found: Uint8Array | undefined,
  expected: Uint8Array | undefined
): number | undefined {
  const [a, b] = [Buffer.from(found ?? []), Buffer.from(expected ?? [])]
  if (found !== undefined && expected !== undefined && a.equals(b)) return undefined
  const length = Math.min(a.length, b.length)
  for (let offset = 0; offset < length; offset++) if (a[offset] !== b[offset]) return offset
  return length
}
