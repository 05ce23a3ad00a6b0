import type {CommandName} from './option-table.ts'
import {type WrongUsage, wrong} from './wrong-usage.ts'

/** In which form diagnostics are printed: for people, as one document in JSON or SARIF, as commands for GitHub Actions. */
export type ReportFormat = 'pretty' | 'json' | 'sarif' | 'github'

const formats: {readonly [Name in ReportFormat]: Name} = {
  pretty: 'pretty',
  json: 'json',
  sarif: 'sarif',
  github: 'github'
}

/** The format that `--format` names, or `--json`, which is short for `--format json`. */
export async function toReportFormat(
  given: ReadonlyMap<string, string | undefined>,
  command: CommandName
): Promise<ReportFormat | WrongUsage> {
  const short = given.has('json') ? 'json' : undefined
  const name = given.get('format') ?? short ?? 'pretty'
  if (!isFormat(name))
    return (await import('./usage-mistakes.ts')).unknownFormat(name, Object.keys(formats), command)
  if (short === undefined || name === short) return name
  return wrong(`Expected one format, found \`--json\` and \`--format ${name}\``, {command})
}

function isFormat(name: string): name is ReportFormat {
  return Object.hasOwn(formats, name)
}
