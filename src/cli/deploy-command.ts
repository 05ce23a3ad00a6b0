import {setTimeout as pause} from 'node:timers/promises'
import {deploySite} from '#src/deploy/carry-out.ts'
import {type DeployPlan, isShrinking, planDeploy} from '#src/deploy/plan-deploy.ts'
import {planSummary, planText} from '#src/deploy/plan-text.ts'
import {listBuilt} from '#src/host/built-files.ts'
import type {DeployTarget} from '#src/model/deployment.ts'
import {summaryStyle} from './colors.ts'
import {refusal} from './deploy-failure.ts'
import type {Outside} from './main.ts'
import type {DeployArguments} from './parse-deploy-arguments.ts'
import {type ReachedTarget, reachTarget} from './reach-target.ts'
import {formatDuration} from './summary.ts'

/** Run `galley deploy`. Returns the exit status. */
export function deployCommand(wanted: DeployArguments, outside: Outside): Promise<number> {
  return reachTarget({...wanted, activity: 'deploying'}, outside, (reached) => deployTo(reached, wanted))
}

/** Deploy, or tell what would be done. */
async function deployTo(
  {target, built, terminal, bar, note}: ReachedTarget,
  {isDryRun, clean, mayShrink, quiet}: DeployArguments
): Promise<void> {
  const start = performance.now()
  const files = listBuilt(built)
  if (isDryRun) {
    const plan = planDeploy({files, found: await target.look(files), clean})
    terminal.stdout.write(`${planText(plan)}${summaryLine(plan, target)}\n`)
    if (!mayShrink && isShrinking(plan)) terminal.stderr.write(refusal(plan))
    return
  }
  const plan = await deploySite({
    files,
    target,
    clean,
    mayShrink,
    pause: (durationMs) => pause(durationMs),
    onProgress: (done, total) => bar.update({stage: 'deploy', done, total}),
    onNotice: note
  })
  bar.erase()
  if (quiet) return
  const done = summaryStyle(terminal.stdout).good('Deployed')
  const time = formatDuration(performance.now() - start)
  terminal.stdout.write(`${done} in ${time} → ${target.name}\n${summaryOf(plan)}\n`)
}

function summaryLine(plan: DeployPlan, {name}: DeployTarget): string {
  return plan.isEmpty ? `Nothing to do: ${name} is up to date` : `Would deploy to ${name}: ${summaryOf(plan)}`
}

function summaryOf(plan: DeployPlan): string {
  return plan.isEmpty ? 'nothing to do' : planSummary(plan)
}
