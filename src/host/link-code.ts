import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {compileFunction} from 'node:vm'
import type {BuildOptions, BuildResult, Plugin} from 'esbuild'
import {messagesOf} from './bundle-failure.ts'
import {loadEsbuild} from './load-esbuild.ts'
import type {Namespace} from './load-modules.ts'

/** Bundled modules as one function. */
export interface LinkedCode {
  /** The path that stacks name, at which there is no file. */
  readonly file: string
  /** Evaluate it anew; returns what its entry exports, throws what the code throws. */
  readonly evaluate: () => Namespace
  /** Source map, with sources relative to `file`. */
  readonly map: string
}

/** Modules to be made one function. */
export interface LinkRequest {
  /** Absolute folder of the modules. */
  readonly folder: string
  /** Text of a module that imports them from there, as `./code.mjs`. */
  readonly entry: string
  /** What the function is called by in stacks, as if it were a file of the folder. */
  readonly name: string
}

/**
 * Make bundled modules a function, which is collected as soon as nobody has it: a module that was imported never is.
 *
 * Packages are imported beforehand. One that throws does so where it is asked for.
 *
 * @returns
 *   `undefined` for what only a module can do: it awaits something while it is evaluated, asks where it lies, or imports a package later.
 */
export async function linkCode({folder, entry, name}: LinkRequest): Promise<LinkedCode | undefined> {
  const file = join(folder, name)
  const bundled = await bundleAsFunction(folder, entry, file)
  if (bundled === undefined) return undefined
  const [map, code] = bundled.outputFiles.map(({text}) => text)
  if (map === undefined || code === undefined || importCall.test(code)) return undefined
  const imports = Object.values(bundled.metafile.outputs).flatMap(({imports}) => imports)
  const packages = await importPackages(
    imports.flatMap(({path, kind}) => (kind === 'require-call' ? [path] : []))
  )
  const run = compileFunction(code, ['require', 'module'], {filename: file})
  return {
    file,
    map,
    evaluate() {
      const module: {exports: Namespace} = {exports: {}}
      run(packages, module)
      return module.exports
    }
  }
}

/** Node lets functions import with a warning only, that this is an experiment. Text that merely looks so is one more module. */
const importCall = /\bimport\(/

async function bundleAsFunction(
  folder: string,
  entry: string,
  file: string
): Promise<BuildResult<typeof linkOptions> | undefined> {
  try {
    const bundled = await loadEsbuild().build({
      ...linkOptions,
      stdin: {contents: entry, resolveDir: folder},
      outfile: file,
      plugins: [modulesIn(folder)]
    })
    return bundled.warnings.some(({id}) => id === 'empty-import-meta') ? undefined : bundled
  } catch (error) {
    if (messagesOf(error) === undefined) throw error
    return undefined
  }
}

const linkOptions = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  tsconfigRaw: '{}',
  // Modules are strict by themselves.
  banner: {js: "'use strict';"},
  // Beside the code, which V8 may hold for a while after nobody has the function.
  sourcemap: 'external',
  sourcesContent: false,
  metafile: true,
  write: false,
  logLevel: 'silent'
} as const satisfies BuildOptions

/** Finds the modules in a folder; all else that they import is a package. */
function modulesIn(folder: string): Plugin {
  return {
    name: 'modules',
    setup(build) {
      build.onResolve({filter: /./}, ({path}) =>
        path.startsWith('./') ? {path: path.replace(/\.mjs$/, '.js'), namespace} : {path, external: true}
      )
      build.onLoad({filter: /./, namespace}, ({path}) => ({
        contents: readFileSync(join(folder, path.replace(/\.js$/, '.mjs')))
      }))
    }
  }
}

/** Neither files nor called `.mjs`: for such the bundler takes what `require` gives for a package's `default`, as Node does for CommonJS. */
const namespace = 'module'

/** Import packages by address; returns what gives each to code that was made a function. */
async function importPackages(addresses: ReadonlyArray<string>): Promise<(address: string) => Namespace> {
  const packages = new Map<string, () => Namespace>()
  for (const address of new Set(addresses)) packages.set(address, await importPackage(address))
  return (address) => {
    const give = packages.get(address)
    // In a module the bundler's own `require` says so.
    if (give === undefined) throw new Error(`Dynamic require of "${address}" is not supported`)
    return give()
  }
}

async function importPackage(address: string): Promise<() => Namespace> {
  try {
    const given = asTranspiled(await import(/* @vite-ignore */ address))
    return () => given
  } catch (error) {
    return () => {
      throw error
    }
  }
}

/** A namespace as the bundler expects it of a module: marked as one, so that its `default` is what `import x from` gives. */
function asTranspiled(exported: Namespace): Namespace {
  // What a package exports it may change.
  const names = Object.keys(exported).map((name) => [name, {get: () => exported[name], enumerable: true}])
  return Object.create(null, {...Object.fromEntries(names), __esModule: {value: true}})
}
