import {randomInt} from 'node:crypto'
import {parseArgs} from 'node:util'
import {runTests} from './run-tests.js'

/*
 * Edits a site at random under a dev server for some time, compares what it serves with clean builds, and measures its memory:
 * `npm run soak -- [--minutes 10] [--seed N]`. Ends with the status of the test.
 */

const {values} = parseArgs({
  options: {
    minutes: {type: 'string', default: '10'},
    seed: {type: 'string', default: String(randomInt(2 ** 31))}
  }
})

process.stdout.write(`Soaking with --seed ${values.seed}\n`)
runTests(['tests/dev-server/soak-on-disk.test.ts'], {
  GALLEY_SOAK_MINUTES: values.minutes,
  GALLEY_SEED: values.seed
})
