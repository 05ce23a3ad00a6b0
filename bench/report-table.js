import {differences, lacks} from './inspect-output.js'
import {judgeGoals} from './judge-goals.js'
import {absentFrom, scenarios} from './scenarios.js'
import {summarize} from './statistics.js'

const absences = {serve: 'has no dev server', highlights: 'does not color code'}

/** A whole screen of differences says no more. */
const differencesMax = 12

const counted = ['articles', 'lists', 'terms', 'cards', 'sitemap', 'feed', 'redirects']

/** The results for people, as lines of a terminal. */
export function reportResults(results) {
  return [...headLines(results), ...results.sites.flatMap((site) => siteLines(site, results))].join('\n')
}

/** Which goals are met, as lines of a terminal. */
export function reportGoals(results) {
  const lines = judgeGoals(results.runs).map((goal) => {
    const verdict =
      goal.value === undefined ? 'not measured' : `${goal.isMet ? 'met' : 'NOT MET'}: ${short(goal.value)}`
    return `  ${goalText(goal).padEnd(62)} ${verdict}`
  })
  return ['Goals', ...lines].join('\n')
}

function headLines({machine, date, versions, missing, notYet, highlight, from}) {
  const known = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return [
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGigabytes} GB, ${machine.system}`,
    ...(machine.load > machine.cores / 2
      ? [`  The machine was BUSY: load ${machine.load} when it began`]
      : []),
    `${known.join(', ')}, Node ${machine.node}; ${date}`,
    `${from === undefined ? 'Generated articles' : 'Real articles'}, code ${highlight ? 'colored' : 'not colored'}`,
    ...Object.entries(missing).map(([name, reason]) => `  ${name} is missing: ${reason}`),
    ...notYet.map(({system, what}) => `  ${system} ${absences[what]} yet`)
  ]
}

function siteLines({articles, work, failures}, {runs, notYet}) {
  const own = runs.filter((run) => run.articles === articles)
  return [
    '',
    `${articles.toLocaleString('en')} articles`,
    ...workLines(work),
    ...failures.map(({system, reason}) => `  FAILED: ${system}: ${reason}`),
    ...scenarios.flatMap((scenario) => {
      return scenarioLines(
        scenario,
        own.filter((run) => run.scenario === scenario.name),
        absentFrom(scenario, notYet)
      )
    })
  ]
}

function workLines(work) {
  const [model] = work
  if (model === undefined) return []
  const different = work.flatMap((other) =>
    differences(other, model).map((text) => `  DIFFERENT WORK: ${other.system}, ${text} as ${model.system}`)
  )
  const shown = different.slice(0, differencesMax)
  const rest = different.length - shown.length
  return [
    row('first build', [...counted, 'MB']),
    ...work.map((made) =>
      row(made.system, [...counted.map((name) => made[name]), made.megabytes.toFixed(1)])
    ),
    ...work.flatMap((made) => lacks(made).map((name) => `  MISSING WORK: ${made.system} makes no ${name}`)),
    ...shown,
    ...(rest > 0 ? [`  and ${rest} more`] : [])
  ]
}

function scenarioLines(scenario, runs, absent) {
  if (runs.length === 0) return []
  return [
    '',
    row(scenario.title, ['seconds', 'min–max', '× galley', 'min–max', 'CPU s', '× galley', 'peak MB']),
    ...absent.map((system) => row(system, ['not there yet'])),
    ...summarize(runs).map(({system, seconds, ratio, cpuSeconds, cpuRatio, megabytes}) =>
      row(system, [
        short(seconds.median),
        range(seconds),
        ratio === undefined ? '' : short(ratio.median),
        ratio === undefined ? '' : range(ratio),
        cpuSeconds === undefined ? 'not measured' : short(cpuSeconds.median),
        cpuRatio === undefined ? '' : short(cpuRatio.median),
        megabytes === undefined ? 'not measured' : megabytes.max.toFixed(0)
      ])
    )
  ]
}

function row(name, cells) {
  return `  ${name.padEnd(34)}${cells.map((cell) => String(cell).padStart(13)).join('')}`
}

function goalText({articles, scenario, measure, other, ofOther, max, size, ofSize}) {
  const what = `${articles.toLocaleString('en')} articles, ${scenario}, ${measure}`
  if (max !== undefined) return `${what} ≤ ${max}`
  if (ofSize !== undefined) return `${what} ≤ ${ofSize} × those of ${size.toLocaleString('en')}`
  return `${what} ≤ ${short(ofOther)} × ${other}`
}

function range({min, max}) {
  return `${short(min)}–${short(max)}`
}

function short(value) {
  if (value >= 100) return value.toFixed(0)
  return value >= 10 ? value.toFixed(1) : value < 0.1 ? value.toFixed(3) : value.toFixed(2)
}
