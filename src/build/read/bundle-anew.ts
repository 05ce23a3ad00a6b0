import {absent, type Hash, hashText} from '#src/graph/hash.ts'
import type {BundledRecord} from '#src/model/bundled-file.ts'
import type {SourcePath} from '#src/model/source.ts'
import {importCycle} from '../messages.ts'
import {type BundleRequest, configOf, modulesOf, recall} from './bundle-files.ts'

/** Files to be bundled, and those that were bundled from what is there now. */
export interface AnewRequest extends Omit<BundleRequest, 'store'> {
  readonly entries: ReadonlyArray<SourcePath>
  readonly known: ReadonlyArray<BundledRecord>
}

/** What became of them, and what of it the next build may trust. */
export interface AnewRecords {
  /** In the order of the entries. */
  readonly records: ReadonlyArray<BundledRecord>
  readonly kept: ReadonlyArray<BundledRecord>
}

/** Bundle those of the entries that are not known, each once. */
export async function bundleAnew({
  entries,
  known,
  files,
  imports,
  config,
  isReadable,
  host
}: AnewRequest): Promise<AnewRecords> {
  const bundled = new Map<string, Promise<BundledRecord>>()
  // Which scripts are modules, only those that load them tell.
  let modules = modulesOf(known)
  let records: ReadonlyArray<BundledRecord> = []
  for (let isComplete = false; !isComplete; ) {
    records = await Promise.all(entries.map((path) => obtain(path, modules.has(path))))
    const loaded = modulesOf(records)
    isComplete = loaded.size === modules.size && [...loaded].every((path) => modules.has(path))
    modules = loaded
  }
  const cycle = findCycle(records)
  const [first] = cycle
  return {
    records: records.map((record) => (cycle.includes(record.path) ? broken(record) : record)),
    // What is wrong with those of a circle does not follow from each alone.
    kept: records.filter(({path}) => !cycle.includes(path))
  }

  function broken(record: BundledRecord): BundledRecord {
    const problems = record.path === first ? [importCycle(record.path, cycle)] : []
    return {...record, text: '', diagnostics: [...record.diagnostics, ...problems]}
  }

  async function obtain(path: SourcePath, isModule: boolean): Promise<BundledRecord> {
    const found = recall(known, path, isModule)
    if (found !== undefined) return found
    const key = `${path} ${isModule}`
    const made = bundled.get(key) ?? bundle(path, isModule)
    bundled.set(key, made)
    return made
  }

  async function bundle(path: SourcePath, isModule: boolean): Promise<BundledRecord> {
    const inputs = new Map<string, Hash>()
    const {transforms, vendor} = config
    const made = await host.bundleFile({path, isModule, isReadable, transforms, vendor, read})
    const by = configOf([...inputs.keys()], config)
    return {
      ...{path, isModule, isReadable, vendor: vendor.join(' ')},
      ...(by === undefined ? {} : {config: by}),
      ...made,
      inputs: Object.fromEntries([...inputs].sort())
    }

    async function read(input: string): Promise<string | undefined> {
      const written = imports.get(input as SourcePath)
      if (written !== undefined) {
        inputs.set(input, hashText(written))
        return written
      }
      const bytes = files.has(input as SourcePath) ? await host.read(input) : undefined
      // What is another than it was when it was listed is bundled again by the next build.
      inputs.set(input, bytes === undefined ? absent : hashText(bytes))
      return bytes && new TextDecoder().decode(bytes)
    }
  }
}

/** Scripts that load each other in a circle, so that no name could follow from what is in them; empty where there are none. */
function findCycle(records: ReadonlyArray<BundledRecord>): ReadonlyArray<SourcePath> {
  const modulesByPath = new Map(records.map(({path, modules}) => [path, modules]))
  const closed = new Set<SourcePath>()
  for (const {path} of records) {
    const cycle = follow(path, [])
    if (cycle !== undefined) return cycle
  }
  return []

  function follow(path: SourcePath, above: ReadonlyArray<SourcePath>): ReadonlyArray<SourcePath> | undefined {
    if (closed.has(path)) return undefined
    if (above.includes(path)) return above.slice(above.indexOf(path))
    for (const loaded of modulesByPath.get(path) ?? []) {
      const cycle = follow(loaded, [...above, path])
      if (cycle !== undefined) return cycle
    }
    closed.add(path)
    return undefined
  }
}
