import {spawnSync} from 'node:child_process'
import {join, resolve} from 'node:path'

const root = resolve(import.meta.dirname, '..')

/** Run tests, of files or folders from the project's root, with settings that they read from the environment. Ends the process with their status. */
export function runTests(paths, environment) {
  const {status} = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...paths],
    {
      cwd: root,
      stdio: 'inherit',
      env: {...process.env, ...environment}
    }
  )
  process.exitCode = status ?? 1
}
