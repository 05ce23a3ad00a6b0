import {type ChildProcess, execFileSync, spawn} from 'node:child_process'
import {once} from 'node:events'
import {readFileSync} from 'node:fs'
import {setTimeout as sleep} from 'node:timers/promises'

/** A dev server in a process of its own. */
export interface ServerProcess {
  /** Address of its root. */
  readonly origin: string
  /** Bytes of memory that it has, once it has let go of what it does not use. */
  readonly residentBytes: () => Promise<number>
  readonly close: () => Promise<void>
}

/** How Galley is run. */
export interface GalleyRun {
  /** The bundled program. */
  readonly galley: string
  /** Folder of the site. */
  readonly root: string
  /** The clock, milliseconds since 1970-01-01T00:00Z. */
  readonly now: number
}

/** Start `galley dev`, and wait until it serves. */
export async function startServer({galley, root, now}: GalleyRun, port: number): Promise<ServerProcess> {
  const command = ['dev', root, '--port', String(port), '--expired', '--no-toolbar']
  const child = run({galley, root, now}, command, collecting)
  const origin = await servedAt(child)
  return {
    origin,
    async residentBytes() {
      child.kill('SIGUSR2')
      await sleep(collectMs)
      return residentBytes(child)
    },
    async close() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    }
  }
}

/** Build a site as a dev server shows it; returns whether that came without an error. */
export async function buildClean(site: GalleyRun): Promise<boolean> {
  const shown = ['--environment', 'development', '--drafts', '--future', '--expired']
  const child = run(site, ['build', site.root, '--keep-going', '--quiet', ...shown])
  child.stdout?.resume()
  child.stderr?.resume()
  const [status] = (await once(child, 'exit')) as [number | null]
  return status === 0
}

/**
 * Has a process collect garbage when it is told to: V8 waits for tens of megabytes of it, which tell nothing of what is held. One collection
 * alone now gives back the room for young objects, and now does not.
 */
const collecting = [
  '--expose-gc',
  '--import',
  "data:text/javascript,process.on('SIGUSR2',()=>[0,200,400,600].forEach((ms)=>setTimeout(gc,ms)))"
]

/** More than that takes, and the system to get the memory back. */
const collectMs = 2000

function run(
  {galley, now}: GalleyRun,
  argv: ReadonlyArray<string>,
  options: ReadonlyArray<string> = []
): ChildProcess {
  return spawn(process.execPath, [...options, galley, ...argv], {
    env: {...process.env, NO_COLOR: '1', SOURCE_DATE_EPOCH: String(now / 1000)},
    stdio: ['ignore', 'pipe', 'pipe']
  })
}

/** The address that a server names, without its base path. */
function servedAt(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (part: Buffer): void => {
      // Once it serves, what it tells of mistakes is of no interest, and would be kept here for hours.
      if (said === '' || !/http:\/\//.test(said)) said += part
      const origin = /http:\/\/localhost:\d+/.exec(said)?.[0]
      if (origin !== undefined) resolve(origin)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.on('exit', (status) => reject(new Error(`The dev server ended with ${status}\n${said}`)))
  })
}

function residentBytes({pid, exitCode}: ChildProcess): number {
  if (exitCode !== null) throw new Error(`The dev server ended with ${exitCode}`)
  if (process.platform === 'linux') {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) * 1024
  }
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], {encoding: 'utf8'})) * 1024
}
