import {type BuiltFile, type DeployTarget, TargetError} from '#src/model/deployment.ts'
import {type DeployPlan, isShrinking, planDeploy} from './plan-deploy.ts'

/** What a deploy is asked for. */
export interface DeployOptions {
  readonly files: ReadonlyArray<BuiltFile>
  readonly target: DeployTarget
  /** Whether to remove what Galley did not deploy, too. */
  readonly clean: boolean
  /** Whether the site may have less than half of the pages that are there. */
  readonly mayShrink: boolean
  /** Wait some milliseconds. */
  readonly pause: (durationMs: number) => Promise<void>
  /** Told of each file that is there, with how many of those that are to be put there are. */
  readonly onProgress: (done: number, total: number) => void
  /** Told what people may want to know and need not act on, in one line. */
  readonly onNotice: (text: string) => void
}

/** A deploy that ended before its time. */
export class DeployStoppedError extends Error {
  override readonly name = 'DeployStoppedError'
  /** Files that are there, of those that were to be put there. */
  readonly done: number
  readonly total: number

  constructor(cause: unknown, done: number, total: number) {
    super('The deploy ended before its time', {cause})
    this.done = done
    this.total = total
  }
}

/** A deploy that would take away most of what is there. */
export class ShrinkingSiteError extends Error {
  override readonly name = 'ShrinkingSiteError'
  readonly pageCounts: DeployPlan['pageCounts']

  constructor(pageCounts: DeployPlan['pageCounts']) {
    super('The site has less than half of the pages that are there')
    this.pageCounts = pageCounts
  }
}

/**
 * Make a target the site: look, plan, make room, put what is missing pass by pass, then remove. Returns what was done. Rejects with a `ShrinkingSiteError`, with
 * nothing done, or a `DeployStoppedError`.
 */
export async function deploySite(options: DeployOptions): Promise<DeployPlan> {
  const {files, target, clean, mayShrink, onNotice} = options
  for (let attempt = 1; ; attempt++) {
    const plan = planDeploy({files, found: await target.look(files), clean})
    if (!mayShrink && isShrinking(plan)) throw new ShrinkingSiteError(plan.pageCounts)
    if (plan.isEmpty || (await carryOut(plan, options)) === 'shown') return plan
    if (attempt === lookMax) {
      throw new TargetError(`${target.name} was changed twice while this deploy was under way`, {
        hint: 'Run it again when the other one is done'
      })
    }
    onNotice(`${target.name} was changed meanwhile: looking again`)
  }
}

/** Who is overtaken a second time is not alone, and had better ask the other one. */
const lookMax = 2

/** Do what a plan says. Rejects with a `DeployStoppedError`. */
async function carryOut(
  {obstacles, passes, removals, records}: DeployPlan,
  {target, pause, onProgress, onNotice}: DeployOptions
): Promise<'shown' | 'moved'> {
  const total = passes.reduce((sum, {files}) => sum + files.length, 0)
  const done = new Set<string>()
  const patiently = <Value>(act: () => Promise<Value>): Promise<Value> => withRetries(act, {pause, onNotice})
  try {
    if (total > 0) await patiently(() => target.keepRecord(records.during))
    if (obstacles.length > 0) await patiently(() => target.remove(obstacles))
    for (const {files} of passes) {
      await patiently(() => target.put(missingOf(files.map(({file}) => file)), note))
    }
    if (removals.length > 0) await patiently(() => target.remove(removals))
    await patiently(() => target.keepRecord(records.after))
    return await patiently(() => target.finish())
  } catch (error) {
    throw new DeployStoppedError(error, done.size, total)
  }

  function missingOf(files: ReadonlyArray<BuiltFile>): ReadonlyArray<BuiltFile> {
    return files.filter(({path}) => !done.has(path))
  }

  function note({path}: BuiltFile): void {
    done.add(path)
    onProgress(done.size, total)
  }
}

/** Networks that fail mostly work again within seconds. */
const pausesMs: ReadonlyArray<number> = [1000, 4000, 10_000]

async function withRetries<Value>(
  act: () => Promise<Value>,
  {pause, onNotice}: Pick<DeployOptions, 'pause' | 'onNotice'>
): Promise<Value> {
  for (const pauseMs of pausesMs) {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof TargetError) || !error.mayPass) throw error
      onNotice(`${error.message}: trying again in ${pauseMs / 1000} s`)
      await pause(pauseMs)
    }
  }
  return act()
}
