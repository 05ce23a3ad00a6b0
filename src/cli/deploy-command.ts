import {homedir} from 'node:os'
import {resolve} from 'node:path'
import process from 'node:process'
import {setTimeout as pause} from 'node:timers/promises'
import {findUndeployable} from '#src/build/write/deployable.ts'
import {checkConfig} from '#src/config/check-config.ts'
import {deploySite} from '#src/deploy/carry-out.ts'
import {type DeployPlan, planDeploy} from '#src/deploy/plan-deploy.ts'
import {planSummary, planText} from '#src/deploy/plan-text.ts'
import {servedAs} from '#src/deploy/served-as.ts'
import {orderDiagnostics} from '#src/diagnostics/order.ts'
import {listBuilt} from '#src/host/built-files.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {openTarget} from '#src/host/targets/open-target.ts'
import type {DeployConfig} from '#src/model/deploy-config.ts'
import type {DeployTarget} from '#src/model/deployment.ts'
import type {Host} from '#src/model/host.ts'
import {summaryStyle} from './colors.ts'
import {describeDeployFailure} from './deploy-failure.ts'
import {exitStatus} from './exit-status.ts'
import type {Outside} from './main.ts'
import {type DeployArguments, toTarget} from './parse-deploy-arguments.ts'
import {problemsText} from './problems-text.ts'
import {openProgressBar, type ProgressBar} from './progress-bar.ts'
import {formatDuration} from './summary.ts'
import type {Terminal} from './terminal.ts'

/** Run `galley deploy`. Returns the exit status. */
export async function deployCommand(wanted: DeployArguments, outside: Outside): Promise<number> {
  const {terminal, themeFolder, state, version} = outside
  const root = resolve(wanted.folder)
  const output = resolve(root, wanted.out)
  const host = nodeHost({root, output, theme: themeFolder, version: state})
  const settings = await findSettings(wanted, host, outside)
  if (typeof settings === 'number') return settings
  const lock = await host.lock(() => note('A build of this site is running: waiting for it'))
  const bar = openProgressBar(terminal, () => performance.now())
  try {
    const undeployable = findUndeployable(host)
    if (undeployable !== undefined) {
      terminal.stderr.write(`${undeployable.reason}\n  hint: ${undeployable.hint}\n`)
      return exitStatus.siteErrors
    }
    const target = await openTarget(settings, {root, output, built: host.output, servedAs, home: homedir()})
    try {
      await deployTo(target, host, wanted, {terminal, bar, note})
    } finally {
      target.close()
    }
    return exitStatus.done
  } catch (error) {
    bar.erase()
    const failure = describeDeployFailure(error, {
      activity: 'deploying',
      debug: wanted.debug,
      galleyVersion: version,
      nodeVersion: process.version,
      platform: `${process.platform} ${process.arch}`
    })
    terminal.stderr.write(failure.text)
    return failure.status
  } finally {
    lock.release()
    host.store.release()
  }

  function note(text: string): void {
    bar.erase()
    if (!wanted.quiet) terminal.stderr.write(`${text}\n`)
  }
}

/** What people see while a deploy runs. */
interface Shown {
  readonly terminal: Terminal
  readonly bar: ProgressBar
  readonly note: (text: string) => void
}

/** Deploy, or tell what would be done. */
async function deployTo(
  target: DeployTarget,
  {output}: Pick<Host, 'output'>,
  {isDryRun, clean, quiet}: DeployArguments,
  {terminal, bar, note}: Shown
): Promise<void> {
  const start = performance.now()
  const files = listBuilt(output)
  if (isDryRun) {
    const plan = planDeploy({files, found: await target.look(files), clean})
    terminal.stdout.write(`${planText(plan)}${summaryLine(plan, target)}\n`)
    return
  }
  const plan = await deploySite({
    files,
    target,
    clean,
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

/** Where to deploy to, by the command line over the configuration; or the exit status, when nobody said or what was said is wrong. */
async function findSettings(
  {to, environment}: DeployArguments,
  host: Host,
  {terminal}: Outside
): Promise<DeployConfig | number> {
  const loaded = await host.loadConfig(environment)
  const checked = await checkConfig(loaded.value, {environment, drafts: false, future: false, expired: false})
  const diagnostics = [...loaded.diagnostics, ...checked.diagnostics]
  if (diagnostics.some(({severity}) => severity === 'error')) {
    terminal.stderr.write(await problemsText(orderDiagnostics(diagnostics), terminal.stderr, host))
    return exitStatus.siteErrors
  }
  const given = to === undefined ? undefined : toTarget(to)
  const {deploy} = checked.value
  // What the command line does not say of the same kind of target, the configuration does.
  const settings = given === undefined ? deploy : given.to === deploy?.to ? {...deploy, ...given} : given
  if (settings !== undefined) return settings
  terminal.stderr.write(
    'Expected `deploy` in the configuration or `--to`, found neither\n  hint: `galley deploy --help` lists the targets\n'
  )
  return exitStatus.wrongUsage
}
