import {spawnSync} from 'node:child_process'
import {randomInt} from 'node:crypto'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'

/*
 * Edits a site at random under a dev server for some time, compares what it serves with clean builds, and measures its memory:
 * `npm run soak -- [--minutes 10] [--seed N]`. Ends with the status of the test.
 */

const root = resolve(import.meta.dirname, '..')
const {values} = parseArgs({
  options: {
    minutes: {type: 'string', default: '10'},
    seed: {type: 'string', default: String(randomInt(2 ** 31))}
  }
})

process.stdout.write(`Soaking with --seed ${values.seed}\n`)
const {status} = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'tests/dev-server/soak-on-disk.test.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {...process.env, GALLEY_SOAK_MINUTES: values.minutes, GALLEY_SEED: values.seed}
  }
)
process.exitCode = status ?? 1
