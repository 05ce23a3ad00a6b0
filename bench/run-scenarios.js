import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {openArticles} from './articles/open-articles.js'
import {openFloor} from './floor/open-floor.js'
import {inspectOutput} from './inspect-output.js'
import {measureBuild} from './measure-build.js'
import {openSite} from './open-site.js'
import {scenarios} from './scenarios.js'

/**
 * Measure all systems on one size of site.
 *
 * Systems take turns within each round, so that what else the machine does meets all of them. A system that fails is left out from
 * there on, and `failures` says why.
 *
 * @param {{folder: string, count: number, rounds: number, systems: Array<object>, names: ReadonlyArray<string>, hasFloor: boolean,
 * from?: string, highlight: boolean, report: (text: string) => void}} options
 *   `names` are those of scenarios; `report` gets one line for people as things go on.
 * @returns
 *   `runs`, one record each; `work`, what each first build has made; `failures` by system.
 */
export async function runScenarios(options) {
  const {folder, count, rounds, names, report} = options
  const result = {runs: [], work: [], failures: []}
  const sites = await buildSites(options, result)
  let mark = 0
  for (const scenario of scenarios.filter(({name}) => names.includes(name))) {
    for (let round = 1; round <= rounds; round++) {
      for (const site of sites.filter((site) => takesPart(site, scenario))) {
        mark++
        await attempt(site, result, async () => {
          report(
            `${count} articles, ${scenario.title.toLowerCase()}, round ${round} of ${rounds}: ${site.system.name}`
          )
          const expected = scenario.prepare(site, mark)
          const measured = await scenario.measure(site, mark)
          site.check(expected)
          result.runs.push({
            articles: count,
            scenario: scenario.name,
            system: site.system.name,
            round,
            ...measured
          })
        })
      }
    }
  }
  rmSync(join(folder, 'time.txt'), {force: true})
  return result

  function takesPart({system}, scenario) {
    if (result.failures.some((failure) => failure.system === system.name)) return false
    if (scenario.needs !== undefined && system[scenario.needs] === undefined) return false
    return system.scenarios?.includes(scenario.name) ?? true
  }
}

/** The first build of each warms up, and shows what work it does. */
async function buildSites(options, result) {
  const {folder, count, systems, hasFloor, from, highlight, report} = options
  const articles = openArticles({count, from})
  const sites = []
  for (const system of systems) {
    report(`${count} articles, first build: ${system.name}`)
    const site = openSite({folder: join(folder, folderName(system)), system, articles, highlight})
    sites.push(site)
    await attempt(site, result, async () => {
      await measureBuild(site)
      result.work.push({system: system.name, ...inspectOutput(site, count)})
    })
  }
  const galley = sites.find(({system}) => system.name === 'galley')
  if (hasFloor && galley !== undefined) sites.push(openFloor(join(folder, 'floor'), galley))
  return sites
}

async function attempt({system}, {failures}, action) {
  try {
    await action()
  } catch (error) {
    failures.push({system: system.name, reason: error.message})
  }
}

function folderName({name}) {
  return name.replace(/\W+/g, '-').replace(/-$/, '')
}
