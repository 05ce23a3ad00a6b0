import {mkdirSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {build} from 'esbuild'
import {median} from './statistics.js'

/*
 * Measures what one article takes to compile, in this thread, after warming up: `npm run bench:compile -- FOLDER` for the Markdown below
 * FOLDER. With `--highlight false` code has no colors.
 */

const [folder, ...options] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: npm run bench:compile -- FOLDER [--highlight false]')
  process.exit(2)
}

/** Rounds over all articles; the first ones compile Galley's own code. */
const rounds = 8
const warmUpRounds = 3

const root = resolve(import.meta.dirname, '..')
const bundle = join(root, 'node_modules', '.cache', 'galley-bench')
mkdirSync(bundle, {recursive: true})
await build({
  entryPoints: [
    'src/markdown/create-compiler.ts',
    'src/config/check-config.ts',
    'src/content/split-front-matter.ts'
  ],
  absWorkingDir: root,
  outdir: bundle,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  outExtension: {'.js': '.mjs'},
  logLevel: 'error'
})
const load = (path) => import(pathToFileURL(join(bundle, path)).href)
const {createCompiler} = await load('markdown/create-compiler.mjs')
const {checkConfig} = await load('config/check-config.mjs')
const {splitFrontMatter} = await load('content/split-front-matter.mjs')

const sources = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({path, text: readFileSync(join(folder, path), 'utf8')}))
const settings = options.includes('--highlight') ? {markdown: {highlight: false}} : {}
const environment = {environment: 'production', drafts: false, future: false, expired: false}
const {markdown} = (await checkConfig({text: '', value: settings, hash: ''}, environment)).value
const compile = createCompiler(markdown)
const times = []
for (let round = 0; round < rounds; round++) {
  const start = performance.now()
  for (const source of sources) await compile(source, splitFrontMatter(source).value)
  times.push((performance.now() - start) / sources.length)
}
rmSync(bundle, {recursive: true})
const warm = times.slice(warmUpRounds)
console.log(
  `${sources.length} articles: ${median(warm).toFixed(2)} ms each (${Math.min(...warm).toFixed(2)}–${Math.max(...warm).toFixed(2)}), ${times[0]?.toFixed(2)} ms in the first round`
)
