import {SourceMap} from 'node:module'
import {basename, dirname} from 'node:path'
import {type LinkedCode, type LinkRequest, linkCode} from './link-code.ts'
import {type CodeLoader, importingLoader} from './load-modules.ts'
import {mapStacks} from './map-stacks.ts'

/**
 * A loader for a process that loads code of a site again and again: what was replaced is collected. Only the first code of each purpose is
 * imported, for which no bundler has to start, and what only a module can do (`linkCode`).
 */
export function reloadingLoader(): CodeLoader {
  const first = new Map<string, string>()
  const last = new Map<string, LastCode>()
  const maps = new Map<string, () => SourceMap>()
  return {
    async loadWhole(bundled) {
      const {purpose, file} = bundled
      const isFirst = !first.has(purpose)
      if (isFirst) first.set(purpose, file)
      // Node evaluates a module once, however often it is imported.
      if (isFirst || (purpose !== 'config' && first.get(purpose) === file))
        return importingLoader.loadWhole(bundled)
      const known = last.get(purpose)
      const code = known?.file === file ? known : {file, linked: await link(wholeOf(file))}
      last.set(purpose, code)
      return code.linked?.evaluate() ?? importingLoader.loadWhole(bundled)
    },
    loadParts(folder, count) {
      const modules = importingLoader.loadParts(folder, count)
      const parts = link(partsOf(folder, count)).then((linked) => linked?.evaluate())
      return modules.map((load, index) => async () => {
        const {[`load${index}`]: loadLinked = load} = ((await parts) ?? {}) as Record<string, typeof load>
        return loadLinked()
      })
    },
    mapOf
  }

  async function link(request: LinkRequest): Promise<LinkedCode | undefined> {
    const linked = await linkCode(request)
    if (linked !== undefined) rememberMap(linked)
    return linked
  }

  function rememberMap({file, map}: LinkedCode): void {
    if (maps.size === 0) mapStacks(mapOf)
    let read: SourceMap | undefined
    maps.set(file, () => {
      read ??= new SourceMap(JSON.parse(map))
      return read
    })
    for (const oldest of [...maps.keys()].slice(0, -mapsMax)) maps.delete(oldest)
  }

  function mapOf(file: string): SourceMap | undefined {
    return maps.get(file)?.()
  }
}

/** Code that was loaded last. */
interface LastCode {
  /** Absolute path of the module. */
  readonly file: string
  /** `undefined` for what only a module can do. */
  readonly linked: LinkedCode | undefined
}

/** Code whose stacks are told in places of the site: what is in use, and what failed since. */
const mapsMax = 16

function wholeOf(file: string): LinkRequest {
  return {folder: dirname(file), entry: `export * from './${basename(file)}'`, name: 'whole.js'}
}

/** Parts are evaluated when they are loaded, so that one that throws leaves the others. */
function partsOf(folder: string, count: number): LinkRequest {
  const loads = Array.from(
    {length: count},
    (_, index) => `export const load${index} = () => import('./${index}.mjs')`
  )
  return {folder, entry: loads.join('\n'), name: 'parts.js'}
}
