import {randomUUID} from 'node:crypto'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Code} from './bundle-code.ts'
import type {Bundle} from './bundle-modules.ts'
import {type KeptCode, moduleName} from './kept-code.ts'

/** Load code as one module. Rejects with what the first file that throws has thrown. */
export async function loadWhole(
  {purpose}: Code,
  {folder, hashes, files}: Omit<KeptCode, 'areTemplates'>
): Promise<Pick<KeptCode, 'areTemplates'> & {readonly bundle: Bundle}> {
  const {href} = pathToFileURL(join(folder, moduleName))
  // A configuration may read files and the environment, so it is evaluated each time. A template may not.
  const exported = await loadModule(purpose === 'config' ? `${href}?${randomUUID()}` : href)
  const namespaceOf = (index: number) => exported[`module${index}`] as Namespace
  const modules = hashes.map((hash, index) => ({hash, load: async () => namespaceOf(index)}))
  const areTemplates = hashes.every((_, index) => typeof namespaceOf(index)?.['default'] === 'function')
  return {bundle: {modules, problems: [], folder, files}, areTemplates}
}

/** What a module exports. */
type Namespace = Readonly<Record<string, unknown>>

/** Evaluate the module at an address. */
export function loadModule(address: string): Promise<Namespace> {
  // Stacks of errors then name the site's files, also of errors thrown later, while pages are rendered.
  process.setSourceMapsEnabled(true)
  return import(/* @vite-ignore */ address)
}
