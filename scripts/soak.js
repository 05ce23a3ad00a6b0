import {randomInt} from 'node:crypto'
import {mkdtempSync, rmSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {parseArgs} from 'node:util'
import {build} from 'esbuild'

/*
 * Edits a site at random under `galley dev` for some time, its templates and configuration too, compares what it serves with clean builds, and
 * measures the memory of its process: `npm run soak -- [--minutes 10] [--seed N]`. Fails when what is served differs, or memory grows by more than
 * a tenth after warming up.
 */

const {values} = parseArgs({
  options: {
    minutes: {type: 'string', default: '10'},
    seed: {type: 'string', default: String(randomInt(2 ** 31))}
  }
})

/** Of what a server has when it is warm. */
const growthMax = 0.1

const root = resolve(import.meta.dirname, '..')
const {soakServer, growthOf} = await load()

process.stdout.write(`Soaking with --seed ${values.seed}\n`)
const until = Date.now() + Number(values.minutes) * 60_000
const soaked = await soakServer({
  galley: join(root, 'lib/galley.js'),
  seed: Number(values.seed),
  goesOn: () => Date.now() < until,
  onChecked: (now) => process.stdout.write(`${countsOf(now)}, ${megabytes(now.residentBytes.at(-1))}\n`)
})
const growth = growthOf(soaked.residentBytes)
process.stdout.write(`${countsOf(soaked)}\n`)
if (growth !== undefined) {
  const percent = (growth.share * 100).toFixed(1)
  process.stdout.write(
    `Memory: ${megabytes(growth.before)} when warm, ${megabytes(growth.after)} at the end, ${percent} % more\n`
  )
}
if (soaked.difference !== undefined) process.stdout.write(`${soaked.difference}\n`)
if (soaked.difference !== undefined || (growth?.share ?? 0) > growthMax) process.exitCode = 1

function countsOf({editCount, templateEditCount, configEditCount, checkCount}) {
  const edits = `${editCount} edits, ${templateEditCount} of templates, ${configEditCount} of the configuration`
  return `${edits}, ${checkCount} comparisons`
}

function megabytes(bytes = 0) {
  return `${(bytes / 1024 / 1024).toFixed(0)} MB`
}

/** What the tests of the same run. */
async function load() {
  // Inside the project, so that packages are found.
  const folder = mkdtempSync(join(root, 'node_modules', '.galley-soak-'))
  const outfile = join(folder, 'soak.mjs')
  const contents = "export * from './soak-server.ts'\nexport * from './judge-memory.ts'\n"
  try {
    await build({
      stdin: {contents, resolveDir: join(root, 'tests/soak'), loader: 'ts'},
      outfile,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      logLevel: 'error'
    })
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(folder, {recursive: true})
  }
}
