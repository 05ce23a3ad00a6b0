import {type TargetArguments, toTargetArguments, wrongTarget} from './parse-deploy-arguments.ts'
import {tooManyFolders, type WrongUsage, wrong} from './wrong-usage.ts'

/** How changes are told. */
export type ChangesFormat = 'text' | 'json' | 'markdown'

/** `galley diff`. */
export interface DiffArguments {
  readonly kind: 'diff'
  readonly sites: ComparedSites
  readonly format: ChangesFormat
}

/** Two built sites, as written; or one, and where it was deployed to. */
export type ComparedSites = {readonly before: string; readonly after: string} | TargetArguments

const formats: ReadonlyArray<ChangesFormat> = ['text', 'json', 'markdown']

/** Options that say something of a target. */
const targetOptions: ReadonlyArray<string> = ['to', 'out', 'environment']

/** Check what follows `diff`. */
export function toDiffArguments(
  rest: ReadonlyArray<string>,
  given: ReadonlyMap<string, string | undefined>
): DiffArguments | WrongUsage {
  const sites = given.has('deployed') ? toDeployedSite(rest, given) : toFolders(rest, given)
  if ('kind' in sites) return sites
  const named = given.has('json') ? 'json' : (given.get('format') ?? 'text')
  const format = formats.find((name) => name === named)
  return format === undefined
    ? wrong(`Expected text, json or markdown after \`--format\`, found \`${named}\``, {command: 'diff'})
    : {kind: 'diff', sites, format}
}

function toDeployedSite(
  rest: ReadonlyArray<string>,
  given: ReadonlyMap<string, string | undefined>
): ComparedSites | WrongUsage {
  const mistake = tooManyFolders(rest, 'diff') ?? wrongTarget(given, 'diff')
  return mistake ?? toTargetArguments(rest[0] ?? '.', given)
}

function toFolders(
  rest: ReadonlyArray<string>,
  given: ReadonlyMap<string, string | undefined>
): ComparedSites | WrongUsage {
  const [before, after, ...others] = rest
  const lone = targetOptions.find((name) => given.has(name))
  if (lone !== undefined) return wrong(`Expected \`--deployed\` beside \`--${lone}\``, {command: 'diff'})
  if (before !== undefined && after !== undefined && others.length === 0) return {before, after}
  return wrong(`Expected two folders after \`diff\`, or \`--deployed\`, found ${rest.length}`, {
    command: 'diff'
  })
}
