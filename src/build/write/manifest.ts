import type {Hash} from '#src/graph/hash.ts'
import type {Host, Stamp} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {isSettled} from '../read/file-index.ts'
import {seal, unseal} from '../store/sealed-store.ts'

/** What is known of a file that a build wrote. */
export interface WrittenFile {
  /** Of its bytes; empty for a file that a build was about to write. */
  readonly hash: Hash | ''
  readonly identity: Stamp['identity']
  /** Whether an equal stamp proves equal bytes. */
  readonly isSettled: boolean
}

/** Every file in the output folder that Galley wrote, and no other: only these are ever removed. */
export type Manifest = ReadonlyMap<OutputPath, WrittenFile>

const manifestFile = 'manifest'

/** Not Galley's version: what an older one wrote is still to be removed by a newer. */
const manifestFormat = 'manifest 1'

/** What the last build wrote; empty when that is not known, so that nothing is removed on a guess. */
export function readManifest({store}: Pick<Host, 'store'>): Manifest {
  const bytes = store.read(manifestFile)
  const content = bytes && unseal(bytes, manifestFormat, manifestFile)
  if (content === undefined || typeof content === 'string') return new Map()
  return new Map(JSON.parse(content.toString('utf8')) as ReadonlyArray<[OutputPath, WrittenFile]>)
}

export function writeManifest({store}: Pick<Host, 'store'>, manifest: Manifest): void {
  store.write(manifestFile, seal(manifestFormat, manifestFile, JSON.stringify([...manifest])))
}

/** `manifest` with files that are about to be written: if the build is killed while it writes, the next one knows that they are ours. */
export function withIntended(manifest: Manifest, paths: ReadonlyArray<OutputPath>): Manifest {
  const intended = paths.map((path): [OutputPath, WrittenFile] => [
    path,
    {hash: '', identity: '', isSettled: false}
  ])
  return new Map([...manifest, ...intended])
}

/** What to remember of a file that was found or published with a stamp. */
export function writtenFile(hash: Hash, stamp: Stamp, at: number): WrittenFile {
  return {hash, identity: stamp.identity, isSettled: isSettled(stamp, at)}
}
