import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc, {type Parameters} from 'fast-check'
import {runsOf, sequenceLimits} from '../incremental/runs.ts'

/** Of one property, in the environment of `npm run fuzz`; absent in the suite. */
const seconds = Number(process.env['GALLEY_FUZZ_SECONDS'] ?? 0)

/** How long a property is tried: so many times, or as long as `npm run fuzz` says. */
export interface FuzzLimits {
  readonly parameters: Parameters<unknown>
  readonly timeoutMs: number
}

export function fuzzLimits(defaultCount: number): FuzzLimits {
  const runs = runsOf('GALLEY_FUZZ_RUNS', defaultCount)
  if (seconds === 0) return {parameters: sequenceLimits(runs), timeoutMs: runs.timeoutMs}
  const endlessCount = 2 ** 31 - 1
  return {
    parameters: {
      ...sequenceLimits({...runs, count: endlessCount}),
      interruptAfterTimeLimit: seconds * 1000,
      markInterruptAsFailure: false,
      asyncReporter: async (details) => {
        if (details.failed) throw new Error(await fc.asyncDefaultReportMessage(details))
        process.stdout.write(`Tried ${details.numRuns}\n`)
      }
    },
    timeoutMs: seconds * 1000 + shrinkMs
  }
}

const shrinkMs = 300_000

const project = join(import.meta.dirname, '../..')

/** Articles that others are made of: the project's own and its fixtures, and those of the folder that `npm run fuzz` is given. */
export const materials: ReadonlyArray<string> = [
  join(project, 'content'),
  join(project, 'tests/markdown/fixtures'),
  process.env['GALLEY_FUZZ_FOLDER'] ?? ''
].flatMap((folder) => (folder === '' ? [] : textsIn(folder)))

function textsIn(folder: string): ReadonlyArray<string> {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => readFileSync(join(folder, path), 'utf8'))
}
