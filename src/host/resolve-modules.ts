import {readFileSync} from 'node:fs'
import {dirname, extname, isAbsolute, sep} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import type {OnResolveArgs, OnResolveResult, Plugin, PluginBuild} from 'esbuild'
import {fileLabel} from './package-label.ts'
import {resolveInTheme, resolveOverlaid, type SiteFolders} from './site-folders.ts'
import type {CodeTracer} from './trace-imports.ts'

/** What was met while bundling; filled by `resolveModules`. */
export interface ModuleRecord {
  readonly tracer: CodeTracer
  /** Name, path and version of each package's file by what imports it: `preact/dist/preact.mjs@11.2.0`. */
  readonly packages: Map<string, string>
  /** Whether Galley's own packages are imported by name and not by address, so that the code is good elsewhere too. */
  readonly isMovable: boolean
}

/**
 * A plugin of esbuild that finds what the code of a site imports.
 *
 * `galley` is a module of its own; `preact` is Galley's copy, so that a site needs no `node_modules` and there is one
 * Preact in the process; other packages are found from the importing file; in both cases the import stays, as the
 * address of a file. Relative imports within `templates/` see the site's files over the theme's; `galley/theme/…` is
 * the theme's own file.
 */
export function resolveModules(folders: SiteFolders, record: ModuleRecord): Plugin {
  return {
    name: 'galley',
    setup(build) {
      build.onResolve({filter: /./}, ({path, resolveDir}) => {
        if (resolveDir !== '') record.tracer.noteImport(path, resolveDir)
        return undefined
      })
      build.onResolve({filter: /^galley$/}, () => ({path: 'galley', namespace: 'galley'}))
      build.onLoad({filter: /^galley$/, namespace: 'galley'}, () => ({contents: galleyModule}))
      build.onResolve({filter: /^galley\/theme\//}, ({path}) => {
        const file = resolveInTheme(folders, path.slice('galley/theme/'.length))
        return file === undefined ? undefined : {path: file}
      })
      build.onResolve({filter: /^(?:preact|zod)(?:\/|$)/}, ({path, kind, namespace}) => {
        if (kind === 'entry-point' || (namespace !== 'galley' && path.startsWith('zod'))) return undefined
        return ownPackage(path, record)
      })
      build.onResolve({filter: /^\.{1,2}\//}, ({path, importer}) => {
        const file = resolveOverlaid(folders, importer, path)
        return file === undefined ? undefined : {path: file}
      })
      build.onResolve({filter: /^[^./]/}, (found) => sitePackage(build, found, record))
      build.onLoad({filter: /./, namespace: 'file'}, ({path}) => {
        const contents = readFileSync(path)
        record.tracer.noteFound(path)
        record.tracer.noteContent(path, contents)
        return {contents, loader: 'default'}
      })
    }
  }
}

/** The same as in the public API, without a second copy of Galley in the process. */
const galleyModule = `export const defineConfig = (config) => config
export const definePlugin = (plugin) => plugin
export {z} from "zod"
`

function ownPackage(specifier: string, record: ModuleRecord): OnResolveResult | undefined {
  record.tracer.noteImport(specifier, dirname(fileURLToPath(import.meta.url)))
  try {
    // Without `sideEffects: false` the unused `z` of each configuration would load all of zod.
    const found = external(fileURLToPath(import.meta.resolve(specifier)), record, specifier)
    return {...found, sideEffects: false}
  } catch {
    return undefined
  }
}

/** Marks the own lookup below, so that it is not answered by itself. */
const isLookup: unique symbol = Symbol('lookup')

async function sitePackage(
  build: PluginBuild,
  {path, importer, namespace, resolveDir, kind, pluginData}: OnResolveArgs,
  record: ModuleRecord
): Promise<OnResolveResult | undefined> {
  // A path of Windows, which the code of no site has, is that of a file to bundle.
  const isOwn = pluginData === isLookup || isAbsolute(path) || /^(?:file|data|https?|node):/.test(path)
  if (isOwn) return undefined
  const found = await build.resolve(path, {importer, namespace, resolveDir, kind, pluginData: isLookup})
  // Without an answer esbuild looks by itself, and its message has the place of the import.
  if (found.errors.length > 0 || found.external) return undefined
  // Only what Node can load may stay a package: JSON and TypeScript in packages are bundled, as are linked workspaces.
  const isLoadable = found.path.includes(`${sep}node_modules${sep}`) && /\.[cm]?js$/.test(extname(found.path))
  return isLoadable ? external(found.path, record, path) : {path: found.path, namespace: found.namespace}
}

/** A file that stays a package's; its address takes the place of the specifier, except that of movable code. */
function external(file: string, record: ModuleRecord, specifier: string): OnResolveResult {
  const path = record.isMovable ? specifier : pathToFileURL(file).href
  record.tracer.noteFound(file)
  if (!record.packages.has(path)) record.packages.set(path, fileLabel(file))
  return {path, external: true}
}
