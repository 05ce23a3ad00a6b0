import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {type Hash, hashText} from '#src/graph/hash.ts'
import type {Host, Stamp} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {unreadableFile, unwritableFile} from '../file-messages.ts'
import {type Manifest, withIntended, writeManifest, writtenFile} from './manifest.ts'
import type {Plan} from './plan.ts'
import type {PresentFiles} from './present-files.ts'

/** Files copied or published between two turns of the event loop. */
const stepsPerTurn = 100

/**
 * Write and remove what the plan says, each file whole, and remember what is there.
 *
 * @returns
 *   An error for each file that could not be written; the others are.
 */
export async function applyPlan(
  host: Host,
  plan: Plan,
  {manifest, present}: {readonly manifest: Manifest; readonly present: PresentFiles},
  onWritten: (done: number, total: number) => void
): Promise<ReadonlyArray<Diagnostic>> {
  const diagnostics: Array<Diagnostic> = []
  const written = new Map(manifest)
  for (const {path} of plan.keep) {
    const file = present.written(path)
    if (file !== undefined) written.set(path, file)
  }
  const outputs = [...plan.create, ...plan.update]
  // Those known already are told from what a killed build leaves by their stamps: it has put other files in their place.
  const unknown = outputs.flatMap(({path}) => (written.has(path) ? [] : [path]))
  if (unknown.length > 0) writeManifest(host, withIntended(written, unknown))

  // Removing first makes room: a page that became a folder of pages, or the other way round.
  for (const path of plan.remove) {
    try {
      host.output.remove(path)
      written.delete(path)
    } catch (problem) {
      diagnostics.push(unwritableFile(path, problem))
    }
  }
  const hashes = new Map<OutputPath, Hash>()
  const copyCount = outputs.filter(({copyOf}) => copyOf !== undefined).length
  let done = 0
  for (const {path, hash, copyOf} of outputs) {
    const staged = copyOf === undefined ? hash : await stageCopy(path, copyOf)
    if (staged !== undefined) hashes.set(path, staged)
    if (copyOf !== undefined) await advance()
  }
  const stamps = new Map<OutputPath, Stamp>()
  for (const {path, stamp, problem} of host.output.publish()) {
    if (stamp === undefined) diagnostics.push(unwritableFile(path, problem))
    else stamps.set(path, stamp)
    await advance()
  }
  const at = host.clock()
  for (const [path, hash] of hashes) {
    const stamp = stamps.get(path)
    if (stamp !== undefined) written.set(path, writtenFile(hash, stamp, at))
  }
  if (!isEqual(written, manifest)) writeManifest(host, written)
  return diagnostics

  /** Hash of what was staged: that of the moment, which an edit since it was listed may have made another. */
  async function stageCopy(path: OutputPath, source: SourcePath): Promise<Hash | undefined> {
    try {
      const bytes = await host.read(source)
      if (bytes === undefined) {
        diagnostics.push(unreadableFile(source, 'the file is gone'))
        return undefined
      }
      host.output.stage(path, bytes)
      return hashText(bytes)
    } catch (problem) {
      diagnostics.push(unreadableFile(source, problem))
      return undefined
    }
  }

  /** A copy is a step of its own beside its publishing: a large one takes as long as many texts. */
  async function advance(): Promise<void> {
    onWritten(++done, outputs.length + copyCount)
    if (done % stepsPerTurn === 0) await new Promise(setImmediate)
  }
}

function isEqual(a: Manifest, b: Manifest): boolean {
  if (a.size !== b.size) return false
  for (const [path, file] of a) {
    const other = b.get(path)
    if (other === undefined || other.identity !== file.identity || other.isSettled !== file.isSettled)
      return false
  }
  return true
}
