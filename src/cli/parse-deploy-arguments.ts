import {resolve} from 'node:path'
import type {DeployConfig} from '#src/model/deploy-config.ts'
import type {CommandName} from './option-table.ts'
import {type WrongUsage, wrong} from './wrong-usage.ts'

/** Where a site lies, and where it is deployed to. */
export interface TargetArguments {
  /** Root of the site, as written; `.` by default. */
  readonly folder: string
  /** Where to, as written; absent where the configuration tells. */
  readonly to: string | undefined
  /** Folder that was built, relative to the root; `dist` by default. */
  readonly out: string
  readonly environment: string
  readonly quiet: boolean
  readonly debug: boolean
}

/** `galley deploy`. */
export interface DeployArguments extends TargetArguments {
  readonly kind: 'deploy'
  readonly isDryRun: boolean
  readonly clean: boolean
  /** Whether most pages that are there may go. */
  readonly mayShrink: boolean
}

/** Check the options of `galley deploy`. */
export function toDeployArguments(
  folder: string,
  given: ReadonlyMap<string, string | undefined>
): DeployArguments | WrongUsage {
  return (
    wrongTarget(given, 'deploy') ?? {
      kind: 'deploy',
      ...toTargetArguments(folder, given),
      isDryRun: given.has('dry-run'),
      clean: given.has('clean'),
      mayShrink: given.has('shrink')
    }
  )
}

/** What the options of a command tell of a target. */
export function toTargetArguments(
  folder: string,
  given: ReadonlyMap<string, string | undefined>
): TargetArguments {
  return {
    folder,
    to: given.get('to'),
    out: given.get('out') ?? 'dist',
    environment: given.get('environment') ?? 'production',
    quiet: given.has('quiet'),
    debug: given.has('debug')
  }
}

/** Wrong usage of `--to`; `undefined` where it names a target, or is not given. */
export function wrongTarget(
  given: ReadonlyMap<string, string | undefined>,
  command: CommandName
): WrongUsage | undefined {
  const to = given.get('to')
  if (to === undefined || toTarget(to) !== undefined) return undefined
  return wrong(
    `Expected a folder, \`git:BRANCH\`, \`HOST:PATH\` or \`s3://BUCKET/FOLDER\` after \`--to\`, found \`${to}\``,
    {command}
  )
}

/**
 * The target that a text names: `s3://bucket/folder`, `git` or `git:branch`, `host:path`, else a folder relative to the current one.
 * `undefined` when it names none.
 */
export function toTarget(text: string): DeployConfig | undefined {
  const [, bucket, prefix] = /^s3:\/\/([\w.-]+)(?:\/(.*?))?\/?$/.exec(text) ?? []
  if (bucket !== undefined) return {to: 's3', bucket, ...(prefix ? {prefix} : {})}
  const [isGit, branch] = /^git(?::([\w][\w./-]*))?$/.exec(text) ?? []
  if (isGit !== undefined) return {to: 'git', ...(branch === undefined ? {} : {branch})}
  if (/^\w+:(?:\/\/|$)|^-|^git:/.test(text)) return undefined
  // One letter before the colon is a drive.
  if (/^[^-:/\\\s][^:/\\\s]+:./.test(text)) return {to: 'rsync', destination: text}
  return {to: 'folder', path: resolve(text)}
}
