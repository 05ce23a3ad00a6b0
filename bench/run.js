import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {describeMachine} from './describe-machine.js'
import {drawChart} from './draw-chart.js'
import {defaultRounds, help, readOptions} from './options.js'
import {reportGoals, reportResults} from './report-table.js'
import {runScenarios} from './run-scenarios.js'
import {allSystems} from './systems/all-systems.js'

/*
 * `npm run bench`: measures Galley beside other generators, and what reading and writing alone costs. See `--help`.
 */

const options = readOptions()
if (options.help) {
  console.log(help)
} else {
  if (options.installPeers) installPeers()
  const results =
    options.show === undefined ? await measure() : JSON.parse(readFileSync(options.show, 'utf8'))
  console.log(reportResults(results))
  if (options.goals) console.log(`\n${reportGoals(results)}`)
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(results, undefined, 1)}\n`)
  if (options.svg !== undefined) writeFileSync(options.svg, drawChart(results))
}

async function measure() {
  const asked = allSystems.filter(({name}) => options.systems.includes(name))
  const found = asked.map((system) => ({system, ...system.find()}))
  const systems = found.filter(({missing}) => missing === undefined)
  const results = {
    date: new Date().toISOString().slice(0, 10),
    machine: describeMachine(),
    versions: byName(systems, 'version'),
    missing: byName(
      found.filter(({missing}) => missing !== undefined),
      'missing'
    ),
    notYet: systems.flatMap(({system}) => (system.variantOf === undefined ? notYet(system) : [])),
    highlight: options.highlight,
    ...(options.from === undefined ? {} : {from: options.from}),
    sites: [],
    runs: []
  }
  const folder =
    options.keep === undefined ? mkdtempSync(join(tmpdir(), 'galley-bench-')) : resolve(options.keep)
  try {
    for (const count of options.sizes) {
      const siteFolder = join(folder, String(count))
      rmSync(siteFolder, {recursive: true, force: true})
      mkdirSync(siteFolder, {recursive: true})
      const {runs, work, failures} = await runScenarios({
        folder: siteFolder,
        count,
        rounds: options.rounds ?? defaultRounds(count),
        systems: systems.map(({system}) => system).filter(({highlights}) => highlights || !options.highlight),
        names: options.scenarios,
        hasFloor: options.systems.includes('floor'),
        from: options.from,
        highlight: options.highlight,
        report: (text) => console.error(text)
      })
      results.sites.push({articles: count, work, failures})
      results.runs.push(...runs)
      if (options.keep === undefined) rmSync(siteFolder, {recursive: true, force: true})
    }
  } finally {
    if (options.keep === undefined) rmSync(folder, {recursive: true, force: true})
  }
  return results
}

/** What a system cannot do, and is therefore not measured: names of its missing fields. */
function notYet({name, serve, highlights}) {
  return [
    ...(serve === undefined ? [{system: name, what: 'serve'}] : []),
    ...(options.highlight && !highlights ? [{system: name, what: 'highlights'}] : [])
  ]
}

function byName(found, key) {
  return Object.fromEntries(found.map((one) => [one.system.name, one[key]]))
}

function installPeers() {
  const {status} = spawnSync(
    'npm',
    // Astro says that it needs a newer Node, which is among the peers.
    ['ci', '--ignore-scripts', '--engine-strict=false', '--prefix', join(import.meta.dirname, 'peers')],
    {
      stdio: 'inherit'
    }
  )
  if (status !== 0) throw new Error('The peers could not be installed')
}
