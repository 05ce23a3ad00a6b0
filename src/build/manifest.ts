import {hashText} from '#src/graph/hash.ts'
import type {Host} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {inParallel} from './in-parallel.ts'
import type {HashedOutput, Manifest} from './plan.ts'

const manifestFile = '.galley/manifest.json'

/** Files open at once. */
const readsAtOnce = 32

/** Shape of the file; another one is set aside. */
const manifestVersion = 1

/** What the last build wrote; empty when that is not known, so that nothing is ever removed on a guess. */
export async function readManifest(host: Host): Promise<Manifest> {
  const bytes = await host.read(manifestFile).catch(() => undefined)
  if (bytes === undefined) return new Map()
  try {
    const {version, files} = JSON.parse(new TextDecoder().decode(bytes)) as {
      version?: unknown
      files?: unknown
    }
    if (version !== manifestVersion || typeof files !== 'object' || files === null) return new Map()
    return new Map(Object.entries(files).filter(isEntry))
  } catch {
    return new Map()
  }
}

function isEntry(entry: [string, unknown]): entry is [OutputPath, string] {
  return typeof entry[1] === 'string'
}

/** Remember what is in the output folder now. */
export async function writeManifest(host: Host, outputs: ReadonlyArray<HashedOutput>): Promise<void> {
  const files = Object.fromEntries(outputs.map(({output, hash}): [OutputPath, string] => [output.path, hash]))
  await host.write(manifestFile, `${JSON.stringify({version: manifestVersion, files}, null, 1)}\n`)
}

/** Hash of each file now in the output folder. */
export async function hashPresent(host: Host): Promise<ReadonlyMap<OutputPath, string>> {
  const hashes = new Map<OutputPath, string>()
  await inParallel(await host.output.list(), readsAtOnce, async (path) => {
    const bytes = await host.output.read(path)
    if (bytes !== undefined) hashes.set(path, hashText(bytes))
  })
  return hashes
}
