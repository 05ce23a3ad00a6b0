import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc, {type IAsyncProperty} from 'fast-check'
import {runsOf, sequenceLimits} from '../incremental/runs.ts'

/** Of one property, in the environment of `npm run fuzz`; absent in the suite. */
const seconds = Number(process.env['GALLEY_FUZZ_SECONDS'] ?? 0)

/** Tries a property, and how long that may take. */
export interface Fuzzing {
  /** So many times, or as long as `npm run fuzz` says, and once at least. */
  readonly assert: <Input>(property: IAsyncProperty<Input>) => Promise<void>
  readonly timeoutMs: number
}

export function openFuzzing(defaultCount: number): Fuzzing {
  const runs = runsOf('GALLEY_FUZZ_RUNS', defaultCount)
  if (seconds === 0) {
    return {
      assert: (property) => fc.assert(property, sequenceLimits(runs)),
      timeoutMs: runs.timeoutMs
    }
  }
  return {
    async assert(property) {
      const start = Date.now()
      // Whatever comes first takes long, and is to be tried however little time there is.
      if (runs.path === '') await fc.assert(property, sequenceLimits({...runs, count: 1}))
      await fc.assert(property, {
        ...sequenceLimits({...runs, count: endlessCount}),
        interruptAfterTimeLimit: Math.max(1, start + seconds * 1000 - Date.now()),
        markInterruptAsFailure: false,
        asyncReporter: async (details) => {
          const isUntried = details.interrupted && details.numRuns === 0
          if (details.failed && !isUntried) throw new Error(await fc.asyncDefaultReportMessage(details))
          process.stdout.write(`Tried ${details.numRuns + 1}\n`)
        }
      })
    },
    timeoutMs: seconds * 1000 + shrinkMs
  }
}

const endlessCount = 2 ** 31 - 1
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
