import {statSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import type {BuildOptions, Message, Metafile} from 'esbuild'
import type {Place} from '#src/diagnostics/diagnostic.ts'
import {messagesOf, placeOfMessage} from './bundle-failure.ts'
import {closureHash, isPattern} from './closure-hash.ts'
import type {CodeTrace} from './code-trace.ts'
import {loadEsbuild} from './load-esbuild.ts'
import {type ModuleRecord, resolveModules} from './resolve-modules.ts'
import {isOfTheme, type SiteFolders, sitePathOf} from './site-folders.ts'
import {errorCodeOf} from './system-error.ts'
import {traceImports} from './trace-imports.ts'

/** Code to be bundled. */
export interface Code {
  /**
   * The configuration, which is one file and may ask where it lies; the templates, which share their partials; or the
   * templates of the built-in theme, bundled for other machines.
   */
  readonly purpose: 'config' | 'templates' | 'theme'
  /** Absolute paths, at least one. */
  readonly files: ReadonlyArray<string>
}

/** Why code could not be bundled. */
export interface BundleProblem {
  /** `missing` when an import leads nowhere; `export` when a file of the site lacks what the theme imports of the file in its place. */
  readonly kind: 'syntax' | 'missing' | 'export'
  /** Path from the site's root; empty when the problem is not in a file. */
  readonly file: string
  readonly place: Place | undefined
  /** The bundler's words; of `export`, the name. */
  readonly cause: string
}

/** What became of code. */
export interface BundledCode {
  /** Of each file and all that it imports, in the order of the files; empty when there is a problem. */
  readonly hashes: ReadonlyArray<string>
  readonly problems: ReadonlyArray<BundleProblem>
  /** What the code imports packages by, each once. */
  readonly packages: ReadonlyArray<string>
  /** Absolute paths of all that was looked at. */
  readonly files: ReadonlySet<string>
  /** What the code was made from; `undefined` when that is not known for sure. */
  readonly trace: CodeTrace | undefined
}

/**
 * Bundle code into one module, which exports each file as a namespace: `module0`, `module1` …
 *
 * @param output
 *   Absolute path of the module, in a folder that was just made.
 */
export async function bundleWhole(folders: SiteFolders, code: Code, output: string): Promise<BundledCode> {
  const tracer = traceImports(folders, statSync(dirname(output)).ctimeMs)
  const record: ModuleRecord = {tracer, packages: new Map(), isMovable: code.purpose === 'theme'}
  const exported = code.files.map((file, index) => `export * as module${index} from ${JSON.stringify(file)}`)
  const {metafile, problems} = await run(folders, code, record, {
    stdin: {contents: exported.join('\n'), resolveDir: folders.root},
    outfile: output
  })
  if (metafile === undefined) return {hashes: [], problems, packages: [], files: new Set(), trace: undefined}
  // The version of the bundler is in the `package.json` above it.
  tracer.noteFound(fileURLToPath(import.meta.resolve('esbuild')))
  const entries = metafile.inputs['<stdin>']?.imports ?? []
  return {
    hashes: entries.map(({path}) => closureHash(path, metafile, record, folders)),
    problems: [],
    packages: [...record.packages.keys()],
    files: new Set(tracer.trace.files.keys()),
    trace: tracer.isCertain() && !hasPatterns(metafile) ? tracer.trace : undefined
  }
}

/**
 * Bundle each file of the code into a module of its own, `0.mjs`, `1.mjs` …, and what they share into others.
 *
 * @param output
 *   Absolute folder of the modules.
 */
export async function bundleParts(
  folders: SiteFolders,
  code: Code,
  output: string
): Promise<ReadonlyArray<BundleProblem>> {
  const record: ModuleRecord = {tracer: traceImports(folders, 0), packages: new Map(), isMovable: false}
  const {problems} = await run(folders, code, record, {
    entryPoints: code.files.map((file, index) => ({in: file, out: `${index}`})),
    outdir: output,
    outExtension: {'.js': '.mjs'},
    splitting: true
  })
  return problems
}

interface Ended {
  /** `undefined` when there are problems. */
  readonly metafile: Metafile | undefined
  readonly problems: ReadonlyArray<BundleProblem>
}

async function run(
  folders: SiteFolders,
  code: Code,
  record: ModuleRecord,
  options: BuildOptions
): Promise<Ended> {
  // A build whose code is kept needs no bundler, whose start takes some 40 ms.
  const esbuild = loadEsbuild()
  try {
    const {metafile} = await esbuild.build({
      ...options,
      absWorkingDir: folders.root,
      bundle: true,
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
      define: placeOfModule(code),
      sourcemap: 'inline',
      // Places are all that is asked of it, and what is imported stays in memory with it.
      sourcesContent: false,
      metafile: true,
      logLevel: 'silent',
      plugins: [resolveModules(folders, record)]
    })
    return {metafile, problems: []}
  } catch (error) {
    const messages = messagesOf(error)
    if (messages === undefined) throw error
    // What a disk refused is no mistake in the code.
    const refused = messages.find(({detail}) => errorCodeOf(detail) !== undefined)
    if (refused !== undefined) throw refused.detail
    return {metafile: undefined, problems: eachOnce(messages.map((message) => toProblem(message, folders)))}
  }
}

/** A single file may ask where it lies; the bundled code lies elsewhere. */
function placeOfModule({purpose, files}: Code): Record<string, string> {
  const [file] = files
  if (file === undefined || purpose !== 'config') return {}
  return {
    'import.meta.url': JSON.stringify(pathToFileURL(file).href),
    'import.meta.filename': JSON.stringify(file),
    'import.meta.dirname': JSON.stringify(dirname(file))
  }
}

function hasPatterns({inputs}: Metafile): boolean {
  return Object.values(inputs).some(({imports}) => imports.some(isPattern))
}

function toProblem(message: Message, folders: SiteFolders): BundleProblem {
  const missingExport = findMissingExport(message, folders)
  if (missingExport !== undefined) return missingExport
  const missing = /^Could not resolve "([^"]*)"/.exec(message.text)?.[1]
  return {
    kind: missing === undefined ? 'syntax' : 'missing',
    file: message.location === null ? '' : sitePathOf(folders, resolve(folders.root, message.location.file)),
    place: placeOfMessage(message),
    cause: missing === undefined ? message.text : describeMissing(missing)
  }
}

/** The theme's own files fit each other: where one misses a name, a file of the site has taken the place of the one that had it. */
function findMissingExport({text, location}: Message, folders: SiteFolders): BundleProblem | undefined {
  const [, file = '', name] = /^No matching export in "([^"]*)" for import "([^"]*)"$/.exec(text) ?? []
  const isTold = name !== undefined && location !== null
  if (!isTold || !isOfTheme(folders, resolve(folders.root, location.file))) return undefined
  const exporter = sitePathOf(folders, resolve(folders.root, file))
  return {kind: 'export', file: exporter, place: undefined, cause: name}
}

/** What many files of the theme import may be missing in one. */
function eachOnce(problems: ReadonlyArray<BundleProblem>): ReadonlyArray<BundleProblem> {
  const missed = new Set<string>()
  return problems.filter(({kind, file, cause}) => {
    const missing = `${file} ${cause}`
    if (kind !== 'export') return true
    const isNew = !missed.has(missing)
    missed.add(missing)
    return isNew
  })
}

function describeMissing(specifier: string): string {
  const kind = /^[./]/.test(specifier) || specifier.startsWith('galley/') ? 'file' : 'package'
  return `Expected the ${kind} \`${specifier}\`, found none`
}
