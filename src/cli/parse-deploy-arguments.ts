import {resolve} from 'node:path'
import type {DeployConfig} from '#src/model/deploy-config.ts'
import {type WrongUsage, wrong} from './wrong-usage.ts'

/** `galley deploy`. */
export interface DeployArguments {
  readonly kind: 'deploy'
  /** Root of the site, as written; `.` by default. */
  readonly folder: string
  /** Where to, as written; absent where the configuration tells. */
  readonly to: string | undefined
  readonly isDryRun: boolean
  readonly clean: boolean
  /** Folder that was built, relative to the root; `dist` by default. */
  readonly out: string
  readonly environment: string
  readonly quiet: boolean
  readonly debug: boolean
}

/** Check the options of `galley deploy`. */
export function toDeployArguments(
  folder: string,
  given: ReadonlyMap<string, string | undefined>
): DeployArguments | WrongUsage {
  const to = given.get('to')
  if (to !== undefined && toTarget(to) === undefined) {
    return wrong(
      `Expected a folder, \`git:BRANCH\`, \`HOST:PATH\` or \`s3://BUCKET/FOLDER\` after \`--to\`, found \`${to}\``,
      {
        command: 'deploy'
      }
    )
  }
  return {
    kind: 'deploy',
    folder,
    to,
    isDryRun: given.has('dry-run'),
    clean: given.has('clean'),
    out: given.get('out') ?? 'dist',
    environment: given.get('environment') ?? 'production',
    quiet: given.has('quiet'),
    debug: given.has('debug')
  }
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
