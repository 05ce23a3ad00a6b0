import {spawnSync} from 'node:child_process'
import {appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {makeSite, pathOf} from './make-site.js'

/*
 * Times whole processes of the bundled command: first builds, builds without a change, with one edited body, with one new title.
 * `npm run bench -- --articles 10000 --runs 5`
 */

const {values} = parseArgs({
  options: {articles: {type: 'string', default: '1000'}, runs: {type: 'string', default: '5'}}
})
const articles = Number(values.articles)
const runs = Number(values.runs)
const command = resolve(import.meta.dirname, '../lib/galley.js')
const site = mkdtempSync(join(tmpdir(), 'galley-bench-'))
const edited = join(site, pathOf(1))

console.log(`${articles} articles, ${availableParallelism()} processors, Node ${process.version}`)
try {
  makeSite(site, articles)
  const cold = measure('cold build', Math.min(runs, 3), () => {
    for (const folder of ['dist', '.galley']) rmSync(join(site, folder), {recursive: true, force: true})
  })
  build()
  const noop = measure('no change', runs, () => undefined)
  measure('no change, --hash', runs, () => undefined, ['--hash'])
  measure('one edited body', runs, (run) => appendFileSync(edited, `\nEdit ${run}.\n`))
  measure('one new title', runs, (run) => {
    writeFileSync(edited, readFileSync(edited, 'utf8').replace(/^title: .*$/m, `title: Title ${run}`))
  })
  console.log(`no change / cold: 1/${(cold / noop).toFixed(0)}`)
} finally {
  rmSync(site, {recursive: true, force: true})
}

/** Prints median, range and peak memory; returns the median in seconds. */
function measure(name, count, prepare, options = []) {
  const results = Array.from({length: count}, (_, run) => {
    prepare(run)
    return build(options)
  })
  const seconds = results.map((result) => result.seconds).sort((a, b) => a - b)
  const median = seconds[Math.floor(seconds.length / 2)]
  const peak = Math.max(...results.map((result) => result.megabytes))
  const range = `${seconds[0].toFixed(2)}–${seconds.at(-1).toFixed(2)}`
  console.log(
    `${name.padEnd(20)} ${median.toFixed(2).padStart(7)} s  (${range}, ${count} runs)  ${peak.toFixed(0).padStart(5)} MB`
  )
  return median
}

/** One build in a process of its own. Peak memory is that of the largest process so far that has ended, as the system tells. */
function build(options = []) {
  const start = performance.now()
  const program = `import(${JSON.stringify(command)}).then(() => process.on('exit', () => {
    process.stderr.write('\\nrss ' + process.resourceUsage().maxRSS)
  }))`
  const arguments_ = [
    '--input-type=module',
    '--eval',
    program,
    '--',
    'galley',
    'build',
    site,
    '--json',
    ...options
  ]
  const {status, stderr} = spawnSync(process.execPath, arguments_, {encoding: 'utf8', maxBuffer: 2 ** 30})
  if (status !== 0) throw new Error(`The build failed:\n${stderr}`)
  const kilobytes = Number(/rss (\d+)/.exec(stderr)?.[1])
  return {seconds: (performance.now() - start) / 1000, megabytes: kilobytes / 1024}
}
