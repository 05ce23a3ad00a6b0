import {randomInt} from 'node:crypto'
import {resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {runTests} from './run-tests.js'

/*
 * Tries articles, configurations and trees of files that nobody would write, and ends with the status of the tests:
 * `npm run fuzz -- [--seconds N] [--seed N] [--path P] [FOLDER]`. Each property is tried for so many seconds. Articles are made of the project's own, and of
 * those in FOLDER. A failure is printed with the smallest input that still fails; it is tried again with the seed and the path that it names.
 */

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    seconds: {type: 'string', default: '60'},
    seed: {type: 'string', default: String(randomInt(2 ** 31))},
    path: {type: 'string', default: ''}
  }
})
const [folder] = positionals

process.stdout.write(`Fuzzing with --seed ${values.seed}\n`)
runTests(['tests/fuzz'], {
  GALLEY_FUZZ_SECONDS: values.seconds,
  GALLEY_FUZZ_FOLDER: folder === undefined ? '' : resolve(folder),
  GALLEY_SEED: values.seed,
  GALLEY_PATH: values.path
})
process.stdout.write(`Fuzzed with --seed ${values.seed}\n`)
