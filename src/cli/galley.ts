#!/usr/bin/env node

/** Galley's version, written in by `scripts/bundle.js`; undefined when the sources run as they are. */
declare const GALLEY_VERSION: string | undefined

/** Hash of the sources, written in likewise. */
declare const GALLEY_STATE: string

const isBundled = typeof GALLEY_VERSION === 'string'
const argv = process.argv.slice(2)
const wantsVersion = argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')

// There is no static import in this file: the version is asked for by scripts, often, and needs nothing.
// There is no listener for SIGINT either: the pages are rendered synchronously, so that a listener would be called
// late, whereas the system ends the process at once (130 to a shell). A build that is killed leaves nothing torn.
if (wantsVersion) process.stdout.write(`${version()}\n`)
else await run().catch(tellOfHandles)

async function run(): Promise<void> {
  setUpEngine()
  const [{main}, {processTerminal}] = await Promise.all([import('./main.ts'), import('./terminal.ts')])
  const {fileURLToPath} = process.getBuiltinModule('node:url')
  const themeFolder = fileURLToPath(new URL(`${packageFolder()}templates`, import.meta.url))
  // Not `process.exit`: what was written to a pipe would be lost.
  process.exitCode = await main(argv, {
    terminal: processTerminal(process),
    version: version(),
    themeFolder,
    ...(isBundled
      ? {
          state: GALLEY_STATE,
          workerFolder: new URL('.', import.meta.url),
          builtTheme: fileURLToPath(new URL('theme', import.meta.url)),
          clientFile: new URL('dev-client.js', import.meta.url)
        }
      : {state: 'sources'})
  })
}

/** Node opens the files of Galley's code all at once, and fails before any of it can tell why. */
function tellOfHandles(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EMFILE') throw error
  process.stderr.write(`The system refused a file while starting
  ${error.message}
  hint: Too many files are open: raise the limit (\`ulimit -n\`)
`)
  // `ioError` of `exit-status.ts`, which is one more file to open.
  process.exitCode = 74
}

/**
 * Let Node keep what it made of Galley's code, from version 22.1 on: a second start takes a third less time. Before any of it is loaded, since kept code
 * is good for the same flags alone.
 */
function setUpEngine(): void {
  const {setFlagsFromString} = process.getBuiltinModule('node:v8')
  // V8 makes objects old at once where most have become old, and an old object keeps all that it refers to until everything is looked through. Pages
  // are made where other things live long: without such guesses, a thousand articles take a fifteenth less time and a fifth less memory.
  setFlagsFromString('--no-allocation-site-pretenuring')
  const module = process.getBuiltinModule('node:module')
  const {enableCompileCache} = module as {readonly enableCompileCache?: () => void}
  enableCompileCache?.()
}

function version(): string {
  if (typeof GALLEY_VERSION === 'string') return GALLEY_VERSION
  const {readFileSync} = process.getBuiltinModule('node:fs')
  return JSON.parse(readFileSync(new URL(`${packageFolder()}package.json`, import.meta.url), 'utf8')).version
}

/** The way from this file to the package's folder: from `lib/` or from `src/cli/`. */
function packageFolder(): string {
  return isBundled ? '../' : '../../'
}
