import {existsSync, readFileSync} from 'node:fs'
import {dirname, join, posix} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Loader, OnResolveArgs, OnResolveResult, Plugin, PluginBuild} from 'esbuild'
import type {BundleTask} from '#src/model/bundled-file.ts'
import {toSlot} from '#src/model/link-slot.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {SiteFolders} from './site-folders.ts'
import {type CodeTracer, traceImports} from './trace-imports.ts'
import {noteDependencies, transformAsset} from './transform-asset.ts'
import {vendorFile} from './vendor-file.ts'
import {vendoredPath} from './vendored-path.ts'

/** What was met while a file was bundled. */
export interface MetAssets {
  /** Scripts that are loaded by `import()`. */
  readonly modules: Set<SourcePath>
  /** Tells what was found elsewhere; `undefined` as long as nothing was. */
  outside: CodeTracer | undefined
  /** State of the folders that counted, by absolute path. */
  readonly folders: Map<string, string>
  /** Files of other sites that are named, where they lie in this one. */
  readonly vendored: Set<SourcePath>
}

/** Namespace of files below `templates/assets/`, whose paths are those from the site's root. */
export const assetNamespace = 'assets'

/**
 * A plugin of esbuild that finds what style sheets and scripts of `templates/assets/` import: each file the site's, else the theme's. Files that
 * are addressed, by `url()` or `import()`, stay files of their own, with a slot for the name. An address from the root of the site, as
 * `/logo.svg`, is one of it wherever the site lies.
 */
export function resolveAssets(folders: SiteFolders, task: BundleTask, met: MetAssets): Plugin {
  const {path: entry, read} = task
  return {
    name: 'galley',
    setup(build) {
      build.onResolve({filter: /./}, async (found) => {
        if (found.kind === 'entry-point') return {path: entry, namespace: assetNamespace}
        if (found.namespace === vendorNamespace)
          return resolveRemote(new URL(found.path, found.importer).href, found.kind)
        return found.namespace === assetNamespace ? resolveFromAsset(build, found) : noteOutside(found)
      })
      build.onLoad({filter: /./, namespace: assetNamespace}, async ({path}) => {
        const text = (await read(path)) ?? ''
        const options = {loader: loaderOf(path), resolveDir: folders.root}
        const transform = task.transforms.find(({files}) => path.search(files) !== -1)
        if (transform === undefined) return {...options, contents: text}
        const made = await transformAsset(transform, {
          path,
          text,
          root: folders.root,
          isDevelopment: task.isReadable
        })
        if ('error' in made) return {errors: [made.error]}
        noteDependencies(outside(), met.folders, made.dependencies ?? [], folders.root)
        return {...options, contents: made.text}
      })
      build.onLoad({filter: /./, namespace: vendorNamespace}, ({pluginData}) => {
        const {kind, bytes} = pluginData as RemoteCode
        return {contents: bytes, loader: kind === 'import-rule' ? 'css' : 'js'}
      })
      build.onLoad({filter: /./, namespace: 'file'}, ({path}) => {
        const contents = readFileSync(path)
        outside().noteFound(path)
        outside().noteContent(path, contents)
        return {contents, loader: 'default'}
      })
    }
  }

  async function resolveFromAsset(
    build: PluginBuild,
    found: OnResolveArgs
  ): Promise<OnResolveResult | undefined> {
    const {path, importer, kind} = found
    if (task.vendor.some((start) => path.startsWith(start))) return resolveRemote(path, kind)
    if (/^(?:#|[a-z][a-z0-9+.-]+:|\/\/)/i.test(path)) return {path, external: true}
    const [, name = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? []
    // Bundled files lie in one folder at the top of the site.
    if (name.startsWith('/')) return {path: `..${path}`, external: true}
    const target = posix.join(posix.dirname(importer), name)
    const isOfSheet = kind === 'url-token' || kind === 'import-rule'
    const own = isOfSheet || /^\.{1,2}\//.test(name) ? await findAsset(target, kind) : undefined
    if (own !== undefined && (kind === 'url-token' || (kind === 'dynamic-import' && !isPart(own)))) {
      if (kind === 'dynamic-import') met.modules.add(own)
      return {path: `./${toSlot('file', [own.slice(assetFolder.length)])}${suffix}`, external: true}
    }
    if (own !== undefined) return {path: own, namespace: assetNamespace}
    return resolveElsewhere(build, found, target)
  }

  /** A file of another site that is to lie in this one, with all that it names if it is a style sheet or a script. */
  async function resolveRemote(url: string, kind: OnResolveArgs['kind']): Promise<OnResolveResult> {
    if (!/^https?:/.test(url)) return {path: url, external: true}
    const [address = '', suffix = ''] = url.split(/(?=#)/)
    const found = await vendorFile(folders.root, {
      url: address,
      path: vendoredPath(address, 'code'),
      mayFetch: true
    })
    if ('problem' in found) return {errors: [{text: found.problem}]}
    const {path, bytes} = found
    outside().noteContent(join(folders.root, path), bytes)
    if (kind !== 'url-token') return {path: address, namespace: vendorNamespace, pluginData: {kind, bytes}}
    met.vendored.add(path)
    return {path: `./${toSlot('file', [`/${path}`])}${suffix}`, external: true}
  }

  /** A package, or a file of the site that is no asset. */
  async function resolveElsewhere(
    build: PluginBuild,
    {path, kind, pluginData}: OnResolveArgs,
    target: string
  ): Promise<OnResolveResult | undefined> {
    if (pluginData === isLookup) return undefined
    outside().noteImport(path, folders.root)
    const file = join(folders.root, target)
    if (/^\.{1,2}\//.test(path)) {
      return existsSync(file) && !target.startsWith(assetFolder) ? {path: file} : undefined
    }
    const options = {kind, pluginData: isLookup}
    const found = await build.resolve(path, {...options, resolveDir: folders.root})
    if (found.errors.length === 0) return found
    // Galley's own copy, for scripts of sites without packages.
    const isOurs = /^preact(?:\/|$)/.test(path)
    return isOurs ? build.resolve(path, {...options, resolveDir: ownFolder}) : undefined
  }

  function noteOutside({path, resolveDir}: OnResolveArgs): undefined {
    outside().noteImport(path, resolveDir)
  }

  /** The file below `templates/assets/` that an import means; extensions of scripts may be left out. */
  async function findAsset(target: string, kind: OnResolveArgs['kind']): Promise<SourcePath | undefined> {
    if (!target.startsWith(assetFolder)) return undefined
    const isScript = kind !== 'url-token' && kind !== 'import-rule'
    for (const path of isScript ? candidatesOf(target) : [target]) {
      if ((await read(path)) !== undefined) return path as SourcePath
    }
    return undefined
  }

  function outside(): CodeTracer {
    met.outside ??= traceImports(folders, 0)
    return met.outside
  }
}

/** Namespace of style sheets and scripts of other sites, whose paths are their addresses. */
const vendorNamespace = 'vendor'

/** One of them, and how it is imported. */
interface RemoteCode {
  readonly kind: OnResolveArgs['kind']
  readonly bytes: Uint8Array
}

const assetFolder = 'templates/assets/'

const ownFolder = dirname(fileURLToPath(import.meta.url))

/** Marks the own lookup, so that it is not answered by itself. */
const isLookup: unique symbol = Symbol('lookup')

/** What no page loads by itself may be bundled into several. */
function isPart(path: string): boolean {
  return path.includes('/partials/')
}

/** Scripts may be imported by the names of what they are compiled to, and without any. */
function candidatesOf(target: string): ReadonlyArray<string> {
  const typed = target.replace(/\.(jsx?)$/, (_, extension: string) => `.${extension.replace('j', 't')}`)
  return [...new Set([target, typed, ...['.ts', '.tsx', '.js', '.jsx'].map((ending) => target + ending)])]
}

const loaders: Readonly<Record<string, Loader>> = {
  css: 'css',
  js: 'js',
  mjs: 'js',
  jsx: 'jsx',
  ts: 'ts',
  mts: 'ts',
  tsx: 'tsx',
  json: 'json'
}

function loaderOf(path: string): Loader {
  return loaders[/\.([a-z]+)$/.exec(path)?.[1] ?? ''] ?? 'css'
}
