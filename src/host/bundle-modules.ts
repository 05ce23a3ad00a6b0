import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Message, Metafile} from 'esbuild'
import type {Place} from '#src/diagnostics/diagnostic.ts'
import {messagesOf, placeOfMessage} from './bundle-failure.ts'
import {closureHash} from './closure-hash.ts'
import {emptyRecord, resolveModules} from './resolve-modules.ts'
import {type SiteFolders, sitePathOf} from './site-folders.ts'

/** A file of code that was bundled with all that it imports from the site. */
export interface BundledModule {
  /** Absolute path of the file. */
  readonly file: string
  /** Of the file and all that it imports. */
  readonly hash: string
  /** Evaluate it; rejects with what the code throws. */
  readonly load: () => Promise<Readonly<Record<string, unknown>>>
}

/** Why code could not be bundled. */
export interface BundleProblem {
  /** `missing` when an import leads nowhere. */
  readonly kind: 'syntax' | 'missing'
  /** Path from the site's root; empty when the problem is not in a file. */
  readonly file: string
  readonly place: Place | undefined
  /** The bundler's words. */
  readonly cause: string
}

/** All modules, or, when there is a problem with one, none. */
export interface Bundle {
  /** In the order of the files asked for. */
  readonly modules: ReadonlyArray<BundledModule>
  readonly problems: ReadonlyArray<BundleProblem>
  /** Folder that holds the bundled code while `use` runs. */
  readonly folder: string
}

/**
 * Bundle files of TypeScript or JavaScript and hand them to `use`.
 *
 * What several files import is evaluated once. The bundled code lies in a temporary folder, which is gone when `use`
 * is done; so modules have to be loaded within.
 *
 * @param files
 *   Absolute paths, at least one.
 */
export async function withBundle<Result>(
  folders: SiteFolders,
  files: ReadonlyArray<string>,
  use: (bundle: Bundle) => Promise<Result>
): Promise<Result> {
  // A folder of its own for each call: Node never loads the same address twice.
  const folder = mkdtempSync(join(tmpdir(), 'galley-'))
  try {
    return await use(await bundle(folders, files, folder))
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

async function bundle(folders: SiteFolders, files: ReadonlyArray<string>, folder: string): Promise<Bundle> {
  // Sites without a configuration and tests need no bundler, whose start costs some 20 ms.
  const esbuild = await import('esbuild')
  const record = emptyRecord()
  try {
    const {metafile} = await esbuild.build({
      absWorkingDir: folders.root,
      entryPoints: files.map((file, index) => ({in: file, out: `${index}`})),
      outdir: folder,
      outExtension: {'.js': '.mjs'},
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      // The condition `module` of bundlers could find another copy of a package than Node does.
      conditions: [],
      jsx: 'automatic',
      jsxImportSource: 'preact',
      // A `tsconfig.json` is for the editor: it must not change a site's bytes.
      tsconfigRaw: '{}',
      loader: {'.css': 'text', '.svg': 'text', '.txt': 'text'},
      define: placeOfModule(files),
      sourcemap: 'inline',
      metafile: true,
      logLevel: 'silent',
      plugins: [resolveModules(folders, record)]
    })
    const modules = files.map((file, index) => ({
      file,
      hash: closureHash(entryOf(metafile, join(folder, `${index}.mjs`), folders), metafile, record, folders),
      load: () => load(join(folder, `${index}.mjs`))
    }))
    return {modules, problems: [], folder}
  } catch (error) {
    const messages = messagesOf(error)
    if (messages === undefined) throw error
    return {modules: [], problems: messages.map((message) => toProblem(message, folders)), folder}
  }
}

function load(file: string): Promise<Readonly<Record<string, unknown>>> {
  // Stacks of errors then name the site's files, also of errors thrown later, while pages are rendered.
  process.setSourceMapsEnabled(true)
  return import(/* @vite-ignore */ pathToFileURL(file).href)
}

/** A single file may ask where it lies; the bundled code lies elsewhere. */
function placeOfModule(files: ReadonlyArray<string>): Record<string, string> {
  const [file] = files
  if (file === undefined || files.length > 1) return {}
  return {
    'import.meta.url': JSON.stringify(pathToFileURL(file).href),
    'import.meta.filename': JSON.stringify(file),
    'import.meta.dirname': JSON.stringify(resolve(file, '..'))
  }
}

/** Name among the inputs of what was written to `written`. */
function entryOf({outputs}: Metafile, written: string, {root}: SiteFolders): string {
  const output = Object.entries(outputs).find(([path]) => resolve(root, path) === written)
  return output?.[1].entryPoint ?? ''
}

function toProblem(message: Message, folders: SiteFolders): BundleProblem {
  const missing = /^Could not resolve "([^"]*)"/.exec(message.text)?.[1]
  return {
    kind: missing === undefined ? 'syntax' : 'missing',
    file: message.location === null ? '' : sitePathOf(folders, resolve(folders.root, message.location.file)),
    place: placeOfMessage(message),
    cause: missing === undefined ? message.text : describeMissing(missing)
  }
}

function describeMissing(specifier: string): string {
  const kind = /^[./]/.test(specifier) || specifier.startsWith('galley/') ? 'file' : 'package'
  return `Expected the ${kind} \`${specifier}\`, found none`
}
