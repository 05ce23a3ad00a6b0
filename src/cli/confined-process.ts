import {spawn} from 'node:child_process'
import {existsSync, lstatSync, mkdirSync, realpathSync} from 'node:fs'
import {join, sep} from 'node:path'
import process from 'node:process'
import {exitStatus} from './exit-status.ts'

/** What a process may touch; all paths are absolute. */
export interface Confinement {
  /** The site, which is read. */
  readonly root: string
  /** The output, which is written. */
  readonly output: string
  /** Galley's own package, which is read with the packages around it. */
  readonly packageFolder: string
}

/**
 * Run this process's own command again, confined by Node's permission model: it reads the site and Galley, writes the output and the store,
 * and is ended when it takes too long or too much memory. Where a site has code of its own, the bundler may be started. Returns the
 * exit status.
 */
export async function runConfined({root, output, packageFolder}: Confinement): Promise<number> {
  const state = join(root, '.galley')
  const link = [output, state].find(isLink)
  if (link !== undefined) {
    process.stderr.write(
      `Expected a folder that is no link, since a stranger may have made it, found \`${link}\`\n`
    )
    return exitStatus.wrongUsage
  }
  // The model knows folders that are there.
  for (const folder of [output, state]) mkdirSync(folder, {recursive: true})
  const read = [root, realpathSync(root), packagesAround(packageFolder), '/proc']
  const written = [output, state].flatMap((folder) => [folder, realpathSync(folder)])
  const argv = [
    '--no-warnings',
    permissionFlag,
    `--max-old-space-size=${memoryMaxMb}`,
    ...outermost([...read, ...written]).map((folder) => `--allow-fs-read=${folder}`),
    ...outermost(written).map((folder) => `--allow-fs-write=${folder}`),
    // The native parser, and threads, which have the same rules.
    '--allow-addons',
    '--allow-worker',
    ...(codeFiles.some((name) => existsSync(join(root, name))) ? ['--allow-child-process'] : []),
    ...process.argv.slice(1)
  ]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, {stdio: 'inherit', timeout: timeMaxMs, killSignal: 'SIGKILL'})
    child.on('error', reject)
    child.on('close', (status, signal) => {
      // Node ends itself when there is no memory left; only a limit of time kills.
      if (status === null) process.stderr.write(`${signal === 'SIGKILL' ? endedLate : endedFull}\n`)
      resolve(status ?? exitStatus.siteErrors)
    })
  })
}

/** Its name while the model was an experiment; of 22 and 23 the later versions know both. */
const permissionFlag =
  Number(process.versions.node.split('.')[0]) < 24 ? '--experimental-permission' : '--permission'

/** What has to be bundled. */
const codeFiles: ReadonlyArray<string> = [
  'templates',
  ...['ts', 'mts', 'js', 'mjs'].map((extension) => `galley.config.${extension}`)
]

/** Ten thousand articles take a quarter of it. */
const memoryMaxMb = 4096

/** Ten thousand articles take a twentieth of it. */
const timeMaxMs = 600_000

const which =
  'the output is as it was. `galley build --stats` without `--untrusted` tells which text takes long'
const endedLate = `Expected the build to end within ten minutes, and it was ended; ${which}`
const endedFull = `Expected the build to do with ${memoryMaxMb} MB of memory, and it ended; ${which}`

/** Folders, each with a slash behind, without those in others: Node 20 forgets a folder when one within it is named too. */
function outermost(folders: ReadonlyArray<string>): ReadonlyArray<string> {
  const all = [...new Set(folders.map((folder) => folder + sep))]
  return all.filter((folder) => !all.some((other) => other !== folder && folder.startsWith(other)))
}

function isLink(path: string): boolean {
  return lstatSync(path, {throwIfNoEntry: false})?.isSymbolicLink() === true
}

/** The outermost `node_modules/` around Galley's package, else that package itself. */
function packagesAround(packageFolder: string): string {
  const modules = `${sep}node_modules`
  const start = packageFolder.indexOf(`${modules}${sep}`)
  return start === -1 ? packageFolder : packageFolder.slice(0, start + modules.length)
}
