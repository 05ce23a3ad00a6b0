import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'
import {runTests} from './run-tests.js'

/*
 * Builds with other versions of Node, and compares bytes and messages with those of the one that runs this:
 * `npm run nodes -- [VERSION …]`; default: every one that is maintained. They are packages of the registry, about 50 MB each.
 */

const versions = process.argv.length > 2 ? process.argv.slice(2) : ['22', '24', '26']
const folder = mkdtempSync(join(tmpdir(), 'galley-nodes-'))
process.on('exit', () => rmSync(folder, {recursive: true, force: true}))
runTests(['tests/incremental/determinism.test.ts'], {GALLEY_NODES: versions.map(install).join(delimiter)})

/** Path of the program of a version, or of the latest of a major version. */
function install(version) {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const prefix = join(folder, version)
  mkdirSync(prefix)
  // The folder's path, which may have blanks, is none of the arguments: Windows runs npm by a shell, which would part them there.
  const {status} = spawnSync('npm', ['install', '--silent', '--prefix', '.', `${name}@${version}`], {
    cwd: prefix,
    stdio: 'inherit',
    shell: process.platform === 'win32'
  })
  if (status !== 0) throw new Error(`Could not install ${name}@${version}`)
  return join(prefix, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}
