import {parseArgs} from 'node:util'
import {scenarios} from './scenarios.js'
import {allSystems} from './systems/all-systems.js'

export const help = `Measure Galley beside Hugo, Eleventy and Astro, on the same articles, with the same work.

Usage: npm run bench -- [OPTIONS]

  --articles LIST    Sizes of sites (default: 20,1000)
  --rounds N         Runs of each (default: 5; 3 from 10,000 articles on; 1 from 100,000 on)
  --systems LIST     ${allSystems.map(({name}) => name).join(', ')}, floor (default: all)
  --scenarios LIST   ${scenarios.map(({name}) => name).join(', ')} (default: all)
  --highlight        Color the code in articles
  --from FOLDER      Repeat the Markdown below FOLDER instead of generated articles
  --goals            Tell which goals are met
  --json FILE        Write every run to FILE
  --svg FILE         Draw the medians
  --show FILE        Measure nothing: show what --json wrote
  --keep FOLDER      Make the sites in FOLDER, and leave them there
  --install-peers    Install Eleventy and Astro into bench/peers first
  --help             Print this help
`

const text = {type: 'string'}
const flag = {type: 'boolean', default: false}

/** What the command line asks for. Throws an error for people when it cannot be done. */
export function readOptions() {
  const {values} = parseArgs({
    options: {
      articles: {...text, default: '20,1000'},
      rounds: text,
      systems: text,
      scenarios: text,
      highlight: flag,
      from: text,
      goals: flag,
      json: text,
      svg: text,
      show: text,
      keep: text,
      'install-peers': flag,
      help: flag
    }
  })
  const systemNames = [...allSystems.map(({name}) => name), 'floor']
  return {
    ...values,
    installPeers: values['install-peers'],
    sizes: values.articles.split(',').map((size) => wholeNumber(size, '--articles')),
    rounds: values.rounds === undefined ? undefined : wholeNumber(values.rounds, '--rounds'),
    systems: chosen(values.systems, systemNames, '--systems'),
    scenarios: chosen(
      values.scenarios,
      scenarios.map(({name}) => name),
      '--scenarios'
    )
  }
}

/** Rounds where none are asked for: a large site takes long, and differs less from run to run. */
export function defaultRounds(count) {
  if (count >= 100_000) return 1
  return count >= 10_000 ? 3 : 5
}

function wholeNumber(value, option) {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`Expected whole numbers for ${option}, found ${value}`)
  return number
}

function chosen(value, known, option) {
  if (value === undefined) return known
  const names = value.split(',')
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new Error(`Expected some of ${known.join(', ')} for ${option}, found ${unknown}`)
  return known.filter((name) => names.includes(name))
}
