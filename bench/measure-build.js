import {spawn} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

const timeCommand = '/usr/bin/time'

/** Whether processor time and memory of a process can be told. */
export const isTimeThere = existsSync(timeCommand)

/** Build a site in a process of its own. Returns what `measureProcess` does. */
export function measureBuild(site) {
  return measureProcess(site, site.system.build({highlight: site.highlight}))
}

/**
 * Run a command in the folder of a site.
 *
 * @returns
 *   Seconds from start to end, seconds of processor time, and the most memory in MB; the last two only where GNU time is there.
 */
export async function measureProcess(site, wanted) {
  const report = join(site.folder, '..', 'time.txt')
  const [command, ...rest] = isTimeThere
    ? [timeCommand, '-o', report, '-f', '%U %S %M', wanted.command, ...wanted.arguments]
    : [wanted.command, ...wanted.arguments]
  const start = performance.now()
  const {status, text} = await run(command, rest, {cwd: site.folder, env: environmentOf(wanted)})
  const seconds = (performance.now() - start) / 1000
  if (status !== 0) throw new Error(`The process ended with ${status}:\n${text.slice(-2000)}`)
  return {seconds, ...(isTimeThere ? readReport(report) : {})}
}

/** The environment of a system's process: nothing reports home, and messages have no colors. */
export function environmentOf({environment}) {
  return {...process.env, NO_COLOR: '1', DO_NOT_TRACK: '1', ...environment}
}

function run(command, arguments_, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, arguments_, {...options, stdio: ['ignore', 'pipe', 'pipe']})
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part) => {
        text += part
      })
    }
    child.on('error', reject)
    child.on('close', (status) => resolve({status, text}))
  })
}

function readReport(file) {
  const [user, system, kilobytes] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .at(-1)
    .split(' ')
    .map(Number)
  return {cpuSeconds: user + system, megabytes: kilobytes / 1024}
}
