import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {type Hash, hashText} from '#src/graph/hash.ts'
import type {Host, Stamp} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {type Manifest, type PresentFiles, withIntended, writeManifest, writtenFile} from './manifest.ts'
import {unreadableFile, unwritableFile} from './messages.ts'
import type {Plan} from './plan.ts'

/** Files written between two turns of the event loop. */
const filesPerTurn = 100

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
  if (outputs.length > 0)
    writeManifest(
      host,
      withIntended(
        written,
        outputs.map(({path}) => path)
      )
    )

  // Removing first makes room: a page that became a folder of pages, or the other way round.
  for (const path of plan.remove) {
    attempt(path, () => {
      host.output.remove(path)
      written.delete(path)
    })
  }
  const published: Array<Published> = []
  for (const [index, output] of outputs.entries()) {
    const hash = output.copyOf === undefined ? output.hash : await stageCopy(output.path, output.copyOf)
    if (hash !== undefined) {
      attempt(output.path, () =>
        published.push({path: output.path, hash, stamp: host.output.publish(output.path)})
      )
    }
    if (index % filesPerTurn === 0) await new Promise(setImmediate)
    onWritten(index + 1, outputs.length)
  }
  const at = host.clock()
  for (const {path, hash, stamp} of published) written.set(path, writtenFile(hash, stamp, at))
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

  function attempt(path: string, act: () => void): void {
    try {
      act()
    } catch (problem) {
      diagnostics.push(unwritableFile(path, problem))
    }
  }
}

interface Published {
  readonly path: OutputPath
  readonly hash: Hash
  readonly stamp: Stamp
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
