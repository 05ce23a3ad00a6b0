import {randomUUID} from 'node:crypto'
import type {SourceMap} from 'node:module'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Code} from './bundle-code.ts'
import type {Bundle} from './bundle-modules.ts'
import {type KeptCode, moduleName} from './kept-code.ts'
import {settleInTime} from './settle-in-time.ts'

/** Evaluates bundled code. What the code throws rejects. */
export interface CodeLoader {
  /** What the module of a bundle exports. */
  readonly loadWhole: (code: BundledFile) => Promise<Namespace>
  /** What loads each of the modules `0.mjs`, `1.mjs` … in a folder by itself, and once what they share. */
  readonly loadParts: (folder: string, count: number) => ReadonlyArray<() => Promise<Namespace>>
  /** The source map of code that is not in the file which stacks name; `undefined` for a file that has its map in it. */
  readonly mapOf: (file: string) => SourceMap | undefined
}

/** A module that code was bundled to. */
export interface BundledFile {
  readonly purpose: Code['purpose']
  /** Absolute path. */
  readonly file: string
}

/** What a module exports. */
export type Namespace = Readonly<Record<string, unknown>>

/** Imports modules, each of which Node then keeps for as long as the process runs. */
export const importingLoader: CodeLoader = {
  loadWhole: ({purpose, file}) =>
    // A configuration may read files and the environment, so it is evaluated each time. A template may not.
    importModule(file, purpose === 'config' ? `?${randomUUID()}` : ''),
  loadParts: (folder, count) =>
    Array.from({length: count}, (_, index) => () => importModule(join(folder, `${index}.mjs`), '')),
  mapOf: () => undefined
}

/** Load code as one module. Rejects with what the first file that throws has thrown. */
export async function loadWhole(
  loader: CodeLoader,
  {purpose}: Code,
  {folder, hashes, files}: Omit<KeptCode, 'areTemplates'>
): Promise<Pick<KeptCode, 'areTemplates'> & {readonly bundle: Bundle}> {
  const exported = await settleInTime(loader.loadWhole({purpose, file: join(folder, moduleName)}))
  const namespaceOf = (index: number) => exported[`module${index}`] as Namespace
  const modules = hashes.map((hash, index) => ({hash, load: async () => namespaceOf(index)}))
  const areTemplates = hashes.every((_, index) => typeof namespaceOf(index)?.['default'] === 'function')
  return {bundle: {modules, problems: [], folder, files, mapOf: loader.mapOf}, areTemplates}
}

function importModule(file: string, query: string): Promise<Namespace> {
  // Stacks of errors then name the site's files, also of errors thrown later, while pages are rendered.
  process.setSourceMapsEnabled(true)
  return import(/* @vite-ignore */ `${pathToFileURL(file).href}${query}`)
}
