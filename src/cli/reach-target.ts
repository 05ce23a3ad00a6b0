import {homedir} from 'node:os'
import {resolve} from 'node:path'
import process from 'node:process'
import {findUndeployable} from '#src/build/write/deployable.ts'
import {checkConfig} from '#src/config/check-config.ts'
import {servedAs} from '#src/deploy/served-as.ts'
import {isError} from '#src/diagnostics/is-error.ts'
import {orderDiagnostics} from '#src/diagnostics/order.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {openTarget} from '#src/host/targets/open-target.ts'
import type {DeployConfig} from '#src/model/deploy-config.ts'
import type {DeployTarget} from '#src/model/deployment.ts'
import type {Host, OutputFolder} from '#src/model/host.ts'
import {describeDeployFailure} from './deploy-failure.ts'
import {exitStatus} from './exit-status.ts'
import type {Outside} from './main.ts'
import {type TargetArguments, toTarget} from './parse-deploy-arguments.ts'
import {problemsText} from './problems-text.ts'
import {openProgressBar, type ProgressBar} from './progress-bar.ts'
import type {Terminal} from './terminal.ts'

/** A built site, and where it is deployed to. */
export interface ReachedTarget {
  readonly target: DeployTarget
  readonly built: OutputFolder
  readonly terminal: Terminal
  readonly bar: ProgressBar
  /** Tell people what they need not act on, in one line. */
  readonly note: (text: string) => void
}

/**
 * Do something with a site that is fit to be shown and its target, while nobody builds it. Returns the exit status; what is in the way is told of.
 *
 * @param activity
 *   What is told when it fails: `deploying`.
 */
export async function reachTarget(
  wanted: TargetArguments & {readonly activity: string},
  {terminal, themeFolder, state, version}: Outside,
  act: (reached: ReachedTarget) => Promise<void>
): Promise<number> {
  const root = resolve(wanted.folder)
  const output = resolve(root, wanted.out)
  const host = nodeHost({root, output, theme: themeFolder, version: state})
  const settings = await findSettings(wanted, host, terminal)
  if (typeof settings === 'number') return settings
  const lock = await host.lock((pid) =>
    note(`A build of this site is running (process ${pid}): waiting for it`)
  )
  const bar = openProgressBar(terminal, () => performance.now())
  try {
    const undeployable = findUndeployable(host)
    if (undeployable !== undefined) {
      terminal.stderr.write(`${undeployable.reason}\n  hint: ${undeployable.hint}\n`)
      return exitStatus.siteErrors
    }
    const target = await openTarget(settings, {root, output, built: host.output, servedAs, home: homedir()})
    try {
      await act({target, built: host.output, terminal, bar, note})
    } finally {
      target.close()
    }
    return exitStatus.done
  } catch (error) {
    bar.erase()
    const failure = describeDeployFailure(error, {
      activity: wanted.activity,
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

/** Where to deploy to, by the command line over the configuration; or the exit status, when nobody said or what was said is wrong. */
async function findSettings(
  {to, environment}: TargetArguments,
  host: Host,
  {stderr}: Terminal
): Promise<DeployConfig | number> {
  const loaded = await host.loadConfig(environment)
  const checked = await checkConfig(loaded.value, {environment, drafts: false, future: false, expired: false})
  const diagnostics = [...loaded.diagnostics, ...checked.diagnostics]
  if (diagnostics.some(isError)) {
    stderr.write(await problemsText(orderDiagnostics(diagnostics), stderr, host))
    return exitStatus.siteErrors
  }
  const given = to === undefined ? undefined : toTarget(to)
  const {deploy} = checked.value
  // What the command line does not say of the same kind of target, the configuration does.
  const settings = given === undefined ? deploy : given.to === deploy?.to ? {...deploy, ...given} : given
  if (settings !== undefined) return settings
  stderr.write(
    'Expected `deploy` in the configuration or `--to`, found neither\n  hint: `galley deploy --help` lists the targets\n'
  )
  return exitStatus.wrongUsage
}
