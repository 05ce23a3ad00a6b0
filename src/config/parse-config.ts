import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {checkSettings} from './config-schema.ts'
import type {Config} from './define-config.ts'
import type {KeyPath} from './find-key.ts'
import {isMapping} from './merge-settings.ts'

/** Type the value; what is wrong is reported and left out, until the rest is right. */
export async function parseConfig(value: unknown, text: string, file: string): Promise<Checked<Config>> {
  let rest = value
  let diagnostics: ReadonlyArray<Diagnostic> | undefined
  for (;;) {
    const issues = checkSettings(rest)
    if (issues.length === 0) return {value: rest as Config, diagnostics: diagnostics ?? []}
    const {reportIssues} = await import('./report-issues.ts')
    const reports = reportIssues(issues, {file, text, value: rest})
    diagnostics ??= reports.map(({diagnostic}) => diagnostic)
    // One at a time, because leaving out an item of a list moves those after it.
    rest = without(rest, reports[0]?.path ?? [])
  }
}

function without(value: unknown, path: KeyPath): unknown {
  const [key, ...below] = path
  if (key === undefined) return {}
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => {
      if (index !== key) return [item]
      return below.length === 0 ? [] : [without(item, below)]
    })
  }
  if (!isMapping(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) => {
      if (name !== key) return [[name, item]]
      return below.length === 0 ? [] : [[name, without(item, below)]]
    })
  )
}
