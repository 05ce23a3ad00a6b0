import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {isBuiltin} from 'node:module'
import {join, posix, relative, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {build} from 'esbuild'
import {joinChunks} from './join-chunks.js'

/*
 * Makes `lib/`, the part of Galley that is published: the command, the API, the built-in theme ready to be loaded, and the
 * types of the API.
 * `node scripts/bundle.js FOLDER` puts the command and the API into FOLDER instead, without types; tests run that.
 */

const root = resolve(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/**
 * Packages that stay packages. `esbuild` brings native code; templates of a site import `preact` by themselves, and there must
 * be one of it; `pagefind`, `shiki`, `satori`, `@resvg/resvg-js` and `sharp` are for sites to install. All others are pure JavaScript, which loads several times faster from one file than from hundreds.
 */
const external = [
  ...['esbuild', 'preact', 'preact-render-to-string'],
  ...['pagefind', 'shiki', 'satori', '@resvg/resvg-js', 'sharp', '@aws-sdk/client-s3']
]

/** satteri's own JavaScript is bundled too; its native code stays in its package, for which that one finds the right build. */
const nativeBinding = {
  name: 'native-binding',
  setup({onResolve, onLoad}) {
    onResolve({filter: /\/index\.js$/}, ({path, importer}) =>
      importer.endsWith(join('satteri', 'dist', 'binding.js'))
        ? {path, namespace: 'binding', pluginData: importer}
        : undefined
    )
    onLoad({filter: /.*/, namespace: 'binding'}, ({pluginData: importer}) => {
      const names = /^export (\{.*\}) from/ms.exec(readFileSync(importer, 'utf8'))?.[1]
      if (names === undefined) throw new Error(`Expected exports by name in ${importer}`)
      return {
        contents: `import {createRequire} from 'node:module'
import {pathToFileURL} from 'node:url'
const entry = pathToFileURL(createRequire(import.meta.url).resolve('satteri'))
export const ${names} = await import(new URL('../index.js', entry).href)`
      }
    })
  }
}

/**
 * Modules of Node, asked for by name: when one is imported, Node makes all that it exports, for which it loads streams, sockets and more. That
 * would be a tenth of a build without a change. And gray-matter, which is CommonJS, calls `require` for them, which an ES module does not have.
 */
const modulesOfNode = {
  name: 'modules-of-node',
  setup({onResolve, onLoad}) {
    onResolve({filter: /^(?:node:)?[a-z]/}, ({path, kind}) => {
      const isAsked = isBuiltin(path) && (kind === 'import-statement' || kind === 'require-call')
      return isAsked ? {path: path.replace('node:', ''), namespace: kind} : undefined
    })
    onLoad({filter: /./, namespace: 'require-call'}, ({path}) => ({
      contents: `module.exports = process.getBuiltinModule('node:${path}')`
    }))
    onLoad({filter: /./, namespace: 'import-statement'}, ({path}) => {
      const names = Object.keys(process.getBuiltinModule(path)).filter((name) => /^[A-Za-z_]\w*$/.test(name))
      const lines = [
        `const module = process.getBuiltinModule('node:${path}')`,
        'const exported = (name) => module[name]',
        'export default module',
        // Only what somebody uses is left of these.
        ...names.map((name) => `export const ${name} = /* @__PURE__ */ exported('${name}')`)
      ]
      return {contents: lines.join('\n')}
    })
  }
}

/** What every command loads, every thread, and every build. What only some load stays in pieces: who needs one of it would load all. */
const loadedTogether = {
  command: ['src/cli/main.ts', 'src/cli/terminal.ts'],
  host: ['src/cli/worker.ts'],
  build: ['src/cli/compose-build.ts', 'src/build/judge-found.ts']
}

const [folder] = process.argv.slice(2)
const lib = folder === undefined ? join(root, 'lib') : resolve(folder)
await bundleCode(lib)
await bundleClient(lib)
await bundleTheme(lib)
copyFonts(join(lib, 'theme', 'fonts'))
if (folder === undefined) emitTypes(join(root, 'lib', 'types'))

/** Empty `output` and write the modules to it. Names are kept and there are no source maps: stacks read well as is. */
async function bundleCode(output) {
  const bundled = await build({
    absWorkingDir: root,
    write: false,
    metafile: true,
    entryPoints: {
      galley: 'src/cli/galley.ts',
      index: 'src/index.ts',
      worker: 'src/cli/worker.ts'
    },
    outdir: output,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external,
    plugins: [nativeBinding, modulesOfNode],
    // gray-matter's own engine for YAML, in whose place Galley has one with places.
    alias: {'js-yaml': join(root, 'scripts/no-yaml.js')},
    define: {
      GALLEY_VERSION: JSON.stringify(manifest.version),
      GALLEY_STATE: JSON.stringify(stateOfSources())
    },
    legalComments: 'linked',
    logLevel: 'warning'
  }).catch((error) => {
    if (!('errors' in error)) throw error
    // esbuild has printed what is wrong, with places; its stack would only push that off the screen.
    process.exit(1)
  })
  const files = await joinChunks({...bundled, root}, output, loadedTogether)
  rmSync(output, {recursive: true, force: true})
  mkdirSync(join(output, 'chunks'), {recursive: true})
  for (const [path, text] of files) writeFileSync(path, text)
  chmodSync(join(output, 'galley.js'), 0o755)
}

/** The script that the dev server adds to pages, as one file for browsers. */
async function bundleClient(output) {
  await build({
    entryPoints: [join(root, 'src/dev-server/client/client.ts')],
    outfile: join(output, 'dev-client.js'),
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning'
  })
}

/** Bundle the built-in theme as sites would, so that those without templates, style sheets and scripts of their own need not. */
async function bundleTheme(output) {
  const builders = join(output, 'builders')
  await build({
    entryPoints: ['src/host/build-theme.ts', 'src/host/bundle-file.ts', 'src/build/read/bundle-files.ts'].map(
      (path) => join(root, path)
    ),
    outdir: builders,
    entryNames: '[name]',
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning'
  })
  const load = (name) => import(pathToFileURL(join(builders, `${name}.js`)).href)
  const [{buildTheme}, {bundleFile}, {bundleFiles}] = await Promise.all(
    ['build-theme', 'bundle-file', 'bundle-files'].map(load)
  )
  const theme = join(root, 'templates')
  await buildTheme(theme, join(output, 'theme'))
  const {bundled, diagnostics} = await bundleAssets(theme, {bundleFile, bundleFiles})
  for (const {severity, file, reason} of diagnostics) console.error(`${severity}: ${file}: ${reason}`)
  if (diagnostics.some(({severity}) => severity === 'error')) process.exit(1)
  writeFileSync(join(output, 'theme', 'bundled.json'), bundled)
  rmSync(builders, {recursive: true})
}

/** Style sheets and scripts of the theme, as a build remembers them. */
async function bundleAssets(theme, {bundleFile, bundleFiles}) {
  const texts = new Map(
    readdirSync(join(theme, 'assets'), {recursive: true, encoding: 'utf8', withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({parentPath, name}) =>
        posix.join('templates', relative(theme, join(parentPath, name)).replaceAll('\\', '/'))
      )
      .map((path) => [path, readFileSync(join(root, path))])
  )
  const hashes = [...texts].map(([path, bytes]) => [
    path,
    {hash: createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}
  ])
  let bundled = '[]'
  const {diagnostics} = await bundleFiles({
    imports: new Map(),
    files: new Map(hashes),
    isReadable: false,
    config: {transforms: [], vendor: [], hash: ''},
    host: {
      read: async (path) => texts.get(path),
      bundleFile: (task) => bundleFile({root: theme, theme}, task),
      bundledTheme: () => [],
      isUnchanged: () => true
    },
    store: {
      read: () => undefined,
      write: (_, content) => {
        bundled = content
      }
    }
  })
  return {bundled, diagnostics}
}

/** Put the font of social images beside the code: both weights, in all scripts that it has, with its license. */
function copyFonts(output) {
  const inter = join(root, 'node_modules', '@fontsource', 'inter')
  const files = readdirSync(join(inter, 'files')).filter((name) => /-(?:500|700)-normal\.woff$/.test(name))
  mkdirSync(output)
  for (const name of files) cpSync(join(inter, 'files', name), join(output, name))
  cpSync(join(inter, 'LICENSE'), join(output, 'LICENSE'))
}

/** Hash of all that goes into the bundle: what an older Galley remembered is worth nothing to a newer one. */
function stateOfSources() {
  const hash = createHash('sha256')
  const sources = readdirSync(join(root, 'src'), {recursive: true, encoding: 'utf8'})
  for (const path of sources.filter((name) => name.endsWith('.ts')).sort()) {
    hash.update(`${path}\n`).update(readFileSync(join(root, 'src', path)))
  }
  return hash.update(JSON.stringify(manifest.dependencies)).digest('base64url').slice(0, 16)
}

/** Write declarations of what `src/index.ts` reaches to `output`, for consumers that know nothing of `#src`. */
function emitTypes(output) {
  const config = join(root, 'lib', 'tsconfig.json')
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: '../src',
    outDir: output
  }
  const settings = {extends: '../tsconfig.json', compilerOptions, include: [], files: ['../src/index.ts']}
  writeFileSync(config, JSON.stringify(settings))
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const {status} = spawnSync(process.execPath, [compiler, '--project', config], {cwd: root, stdio: 'inherit'})
  rmSync(config)
  if (status !== 0) process.exit(1)
  for (const path of readdirSync(output, {recursive: true, encoding: 'utf8'})) {
    const file = join(output, path)
    if (path.endsWith('.d.ts')) writeFileSync(file, withRelativeImports(readFileSync(file, 'utf8'), path))
  }
}

/** `text` of the declaration file at `path`, with `#src/model/page.ts` and `./page.ts` as `../model/page.js`. */
function withRelativeImports(text, path) {
  return text.replace(
    /(\bfrom |\bimport\()(['"])(#src|\.\.?)\/([^'"]+)\.ts\2/g,
    (_, before, quote, base, rest) => {
      const target = base === '#src' ? posix.relative(posix.dirname(path), rest) : `${base}/${rest}`
      const specifier = target.startsWith('.') ? target : `./${target}`
      return `${before}${quote}${specifier}.js${quote}`
    }
  )
}
