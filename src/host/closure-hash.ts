import {createHash} from 'node:crypto'
import {resolve} from 'node:path'
import type {Metafile} from 'esbuild'
import type {ModuleRecord} from './resolve-modules.ts'
import {type SiteFolders, sitePathOf} from './site-folders.ts'

/**
 * Hash of a file and all that it imports, at any depth: paths within the site and contents; of packages name and
 * version. The same in every checkout of the site.
 *
 * @param entry
 *   Key in `inputs`.
 */
export function closureHash(
  entry: string,
  {inputs}: Metafile,
  record: ModuleRecord,
  folders: SiteFolders
): string {
  const lines = new Set<string>()
  const queue = [entry]
  const seen = new Set(queue)
  for (const key of queue) {
    lines.add(lineOf(key))
    for (const imported of inputs[key]?.imports ?? []) {
      if (imported.external) lines.add(`package ${record.packages.get(imported.path) ?? imported.path}`)
      else add(imported.path)
      // Which files match is not told, so all there are count.
      if (isPattern(imported)) Object.keys(inputs).forEach(add)
    }
  }
  const hash = createHash('sha256')
  for (const line of [...lines].sort()) hash.update(`${line}\n`)
  return hash.digest('hex')

  function add(key: string): void {
    if (!seen.has(key)) queue.push(key)
    seen.add(key)
  }

  function lineOf(key: string): string {
    const file = resolve(folders.root, key)
    const content = record.tracer.trace.files.get(file)
    return content === undefined ? `module ${key}` : `file ${sitePathOf(folders, file)} ${content}`
  }
}

/** Whether an import is of all files that match a pattern, as of ``import(`./pages/${name}.ts`)``. */
export function isPattern({path, external}: ModuleImport): boolean {
  return external === true && /^\.{1,2}\//.test(path)
}

type ModuleImport = Metafile['inputs'][string]['imports'][number]
