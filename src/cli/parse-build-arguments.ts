import {type ReportFormat, toReportFormat} from './report-format.ts'
import {isCount, isWebAddress, type WrongUsage, wrong, wrongBaseUrl} from './wrong-usage.ts'

/** `galley build` or `galley check`, with values that have been checked as far as the text goes. */
export interface BuildArguments {
  readonly kind: 'build' | 'check'
  /** Root of the site, as written; `.` by default. */
  readonly folder: string
  /** Output folder relative to the root; `dist` by default. */
  readonly out: string
  /** Absolute, `http:` or `https:`. */
  readonly baseUrl: string | undefined
  readonly environment: string
  /** Cores to use at most, at least 1. */
  readonly jobs: number | undefined
  readonly drafts: boolean
  readonly future: boolean
  readonly expired: boolean
  readonly strict: boolean
  readonly keepGoing: boolean
  readonly hash: boolean
  readonly clean: boolean
  readonly verify: boolean
  /** Whether the content is a stranger's. */
  readonly untrusted: boolean
  /** Whether links to other sites are checked too. */
  readonly external: boolean
  readonly stats: boolean
  /** File for a trace, relative to the current folder. */
  readonly profile: string | undefined
  readonly format: ReportFormat
  readonly quiet: boolean
  readonly debug: boolean
}

/** Check what follows `build` or `check`. */
export async function toBuildArguments(
  kind: BuildArguments['kind'],
  folder: string,
  given: ReadonlyMap<string, string | undefined>
): Promise<BuildArguments | WrongUsage> {
  const baseUrl = given.get('base-url')
  const jobs = given.get('jobs')
  if (baseUrl !== undefined && !isWebAddress(baseUrl)) return wrongBaseUrl(baseUrl, kind)
  if (jobs !== undefined && !isCount(jobs)) {
    return wrong(`Expected a whole number from 1 after \`--jobs\`, found \`${jobs}\``, {command: kind})
  }
  if (given.has('untrusted') && given.has('external')) {
    return wrong(
      'Expected no `--external` beside `--untrusted`: it would ask addresses that strangers wrote',
      {
        command: kind
      }
    )
  }
  const format = await toReportFormat(given, kind)
  if (typeof format !== 'string') return format
  return {
    kind,
    folder,
    out: given.get('out') ?? 'dist',
    baseUrl,
    environment: given.get('environment') ?? 'production',
    jobs: jobs === undefined ? undefined : Number(jobs),
    drafts: given.has('drafts'),
    future: given.has('future'),
    expired: given.has('expired'),
    strict: given.has('strict'),
    keepGoing: given.has('keep-going'),
    hash: given.has('hash'),
    clean: given.has('clean'),
    verify: given.has('verify'),
    untrusted: given.has('untrusted'),
    external: given.has('external'),
    stats: given.has('stats'),
    profile: given.has('profile') ? (given.get('profile') ?? profileDefault) : undefined,
    format,
    quiet: given.has('quiet'),
    debug: given.has('debug')
  }
}

/** In the current folder. */
const profileDefault = 'galley-profile.json'
