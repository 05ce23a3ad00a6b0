import {readFileSync} from 'node:fs'
import {availableParallelism, cpus, loadavg, platform, totalmem} from 'node:os'
import {join} from 'node:path'

/** What a reader has to know of the machine to judge the numbers. `load` is how many processes wanted to run in the last minute. */
export function describeMachine() {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: distribution() ?? platform(),
    node: process.versions.node,
    load: Number(loadavg()[0].toFixed(1))
  }
}

function distribution() {
  try {
    return /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync(join('/', 'etc', 'os-release'), 'utf8'))?.[1]
  } catch {
    return undefined
  }
}
