import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {parseArgs} from 'node:util'
import {build} from 'esbuild'

/*
 * Measures what the command takes for one text that makes careless parsers take time out of all proportion, and what it says:
 * `npm run bench:hostile -- [--times 50000] [--only WORDS]`. The
 * processor's time is that of all threads, and other work does not count in it.
 */

const {values} = parseArgs({
  options: {times: {type: 'string', default: '50000'}, only: {type: 'string', default: ''}}
})
const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'galley-hostile-'))
const texts = join(folder, 'texts.mjs')
await build({
  entryPoints: [join(root, 'tests/pathological/hostile-texts.ts')],
  outfile: texts,
  format: 'esm',
  logLevel: 'error'
})
const {hostileMarkdown, hostileExtensions, hostileFrontMatter} = await import(pathToFileURL(texts).href)

/** More than any of them may take. */
const hangMs = 120_000

console.log('elapsed s | processor s | status | what is told | text')
for (const {name, write} of [...hostileMarkdown, ...hostileExtensions, ...hostileFrontMatter]) {
  if (!name.includes(values.only)) continue
  const text = write(Number(values.times))
  const isWhole = hostileFrontMatter.some((other) => other.name === name)
  const site = join(folder, 'site')
  mkdirSync(join(site, 'content'), {recursive: true})
  writeFileSync(join(site, 'galley.config.ts'), 'export default {markdown: {math: true}}\n')
  writeFileSync(join(site, 'content', 'text.md'), isWhole ? text : `# Hostile\n\n${text}\n`)
  const command = `TIMEFORMAT='%R %U %S'; time '${process.execPath}' '${join(root, 'lib/galley.js')}' build '${site}' --json`
  const {status, stdout, stderr} = spawnSync('bash', ['-c', command], {
    encoding: 'utf8',
    timeout: hangMs,
    maxBuffer: 2 ** 30
  })
  const [elapsed = 0, user = 0, system = 0] = stderr.trim().split(/\s+/).slice(-3).map(Number)
  const [whole, spent] = [elapsed, user + system].map((seconds) =>
    status === null ? 'hangs' : seconds.toFixed(1)
  )
  console.log(
    `${whole.padStart(9)} | ${spent.padStart(11)} | ${String(status).padStart(6)} | ${toldIn(stdout)} | ${name}`
  )
  rmSync(site, {recursive: true})
}
rmSync(folder, {recursive: true})

function toldIn(stdout) {
  if (stdout === '') return 'nothing'
  const codes = JSON.parse(stdout).diagnostics.map(({code}) => code)
  return [...new Set(codes)].slice(0, 2).join(', ')
}
