import type {Parameters} from 'fast-check'

/** How often a property is tried. */
export interface Runs {
  readonly count: number
  readonly seed: number
  /** Shrinks a counterexample again; empty for none. */
  readonly path: string
  /** For all runs together and for shrinking. */
  readonly timeoutMs: number
}

/** Runs as the environment asks for: a count by its own name, `GALLEY_SEED` and `GALLEY_PATH`. */
export function runsOf(name: string, defaultCount: number): Runs {
  const count = Number(process.env[name] ?? defaultCount)
  const seed = Number(process.env['GALLEY_SEED'] ?? 1)
  return {count, seed, path: process.env['GALLEY_PATH'] ?? '', timeoutMs: count * runMs + shrinkMs}
}

/** Settings of fast-check for runs. */
export function sequenceLimits({count, seed, path, timeoutMs}: Runs): Parameters<unknown> {
  return {
    numRuns: count,
    seed,
    path,
    // Before the test's own limit, so that a counterexample is reported however long shrinking it takes.
    interruptAfterTimeLimit: timeoutMs - shrinkMs / 2,
    markInterruptAsFailure: true
  }
}

/** Far more than a run takes, since only an endless one is meant. */
const runMs = 10_000
const shrinkMs = 120_000
