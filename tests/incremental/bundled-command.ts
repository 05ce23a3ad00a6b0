import {type ChildProcess, spawn, spawnSync} from 'node:child_process'
import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {join, resolve} from 'node:path'

/** How a process ended. */
export interface Ended {
  /** Absent when it was killed. */
  readonly status: number | undefined
  readonly stdout: string
  readonly stderr: string
}

/** A process under way. */
export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
}

/** The command as it is published. */
export interface BundledCommand {
  /** Start `galley`, or what `wrapper` makes of it. */
  readonly start: (wanted: Start) => Running
  /** Absolute path of its program. */
  readonly file: string
  /** Remove it. */
  readonly close: () => void
}

/** What to start. */
export interface Start {
  /** After `galley`. */
  readonly argv: ReadonlyArray<string>
  /** Beside or in place of this process's own. */
  readonly environment?: Readonly<Record<string, string>>
  /** Program of Node; default: that of this process. */
  readonly node?: string
  /** Options of Node. */
  readonly nodeArgv?: ReadonlyArray<string>
  /** Octal digits; default: this process's own. */
  readonly umask?: string
}

/** Bundle the command into a folder of its own. */
export function bundleCommand(): BundledCommand {
  const project = resolve(import.meta.dirname, '../..')
  // Inside the project, so that the packages which are not bundled are found.
  const folder = mkdtempSync(join(project, 'node_modules', '.galley-test-'))
  const script = join(project, 'scripts/bundle.js')
  const {status, stderr} = spawnSync(process.execPath, [script, join(folder, 'lib')], {encoding: 'utf8'})
  if (status !== 0) throw new Error(`The command could not be bundled\n${stderr}`)
  cpSync(join(project, 'templates'), join(folder, 'templates'), {recursive: true})
  const file = join(folder, 'lib', 'galley.js')
  return {
    start: (wanted) => start(file, wanted),
    file,
    close: () => rmSync(folder, {recursive: true, force: true})
  }
}

function start(
  galley: string,
  {argv, environment = {}, node = process.execPath, nodeArgv = [], umask}: Start
): Running {
  const command = [node, ...nodeArgv, galley, ...argv]
  const [file = '', ...rest] =
    umask === undefined ? command : ['sh', '-c', `umask ${umask}; exec "$@"`, 'sh', ...command]
  const env = {...process.env, NO_COLOR: '1', ...environment}
  const child = spawn(file, rest, {env, stdio: ['ignore', 'pipe', 'pipe']})
  const [out, err]: [Array<Buffer>, Array<Buffer>] = [[], []]
  child.stdout.on('data', (part: Buffer) => out.push(part))
  child.stderr.on('data', (part: Buffer) => err.push(part))
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      const [stdout, stderr] = [out, err].map((parts) => Buffer.concat(parts).toString()) as [string, string]
      resolve({status: status ?? undefined, stdout, stderr})
    })
  })
  return {child, ended}
}
