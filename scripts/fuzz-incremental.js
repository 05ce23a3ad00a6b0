import {randomInt} from 'node:crypto'
import {parseArgs} from 'node:util'
import {runTests} from './run-tests.js'

/*
 * Tries many random sequences of edits, and ends with the status of the tests:
 * `npm run fuzz:incremental -- --runs 5000 [--disk-runs 100] [--kills 500] [--seed N] [--path P]`.
 * A number of 0 leaves a part out. A failure is tried again with the seed and the path that it names, and 0 for the others.
 */

const {values} = parseArgs({
  options: {
    runs: {type: 'string', default: '5000'},
    'disk-runs': {type: 'string', default: '100'},
    kills: {type: 'string', default: '500'},
    seed: {type: 'string', default: String(randomInt(2 ** 31))},
    path: {type: 'string', default: ''}
  }
})

const parts = [
  {file: 'memory-sequences', count: values.runs},
  {file: 'disk-sequences', count: values['disk-runs']},
  {file: 'kill', count: values.kills}
].filter(({count}) => Number(count) > 0)

process.stdout.write(`Fuzzing with --seed ${values.seed}\n`)
runTests(
  parts.map(({file}) => `tests/incremental/${file}.test.ts`),
  {
    GALLEY_RUNS: values.runs,
    GALLEY_DISK_RUNS: values['disk-runs'],
    GALLEY_KILLS: values.kills,
    GALLEY_SEED: values.seed,
    GALLEY_PATH: values.path
  }
)
process.stdout.write(`Fuzzed with --seed ${values.seed}\n`)
