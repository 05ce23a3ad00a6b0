import type {Diagnostic, Silence} from './diagnostic.ts'

/**
 * `diagnostics` without those that an ignore silences, and without the ignores that silence any. Errors are not silenced: the output
 * would be wrong.
 */
export function silenceIgnored(diagnostics: ReadonlyArray<Diagnostic>): ReadonlyArray<Diagnostic> {
  const ignores = diagnostics.filter(isIgnore)
  if (ignores.length === 0) return diagnostics
  const byFile = groupByFile(ignores)
  const gone = new Set<Diagnostic>()
  for (const diagnostic of diagnostics) {
    if (isIgnore(diagnostic) || diagnostic.severity === 'error') continue
    const silencing = spotsOf(diagnostic).flatMap(({file, line}) =>
      (byFile.get(file) ?? []).filter(({silences}) => covers(silences, diagnostic.code, line))
    )
    for (const one of silencing.length === 0 ? [] : [diagnostic, ...silencing]) gone.add(one)
  }
  return diagnostics.filter((diagnostic) => !gone.has(diagnostic))
}

/** Whether a diagnostic is an ignore, which is a problem as long as it silences nothing. */
export function isIgnore(diagnostic: Diagnostic): diagnostic is Ignore {
  return diagnostic.silences !== undefined
}

type Ignore = Diagnostic & {readonly silences: Silence}

function groupByFile(ignores: ReadonlyArray<Ignore>): ReadonlyMap<string, ReadonlyArray<Ignore>> {
  const groups = new Map<string, Array<Ignore>>()
  for (const ignore of ignores) {
    const group = groups.get(ignore.file)
    if (group === undefined) groups.set(ignore.file, [ignore])
    else group.push(ignore)
  }
  return groups
}

/** Where a problem is: in an included file, and at what includes it. */
function spotsOf({file, place, includedBy}: Diagnostic): ReadonlyArray<ProblemSpot> {
  return [{file, line: place?.line}, ...(includedBy === undefined ? [] : [includedBy])]
}

interface ProblemSpot {
  readonly file: string
  readonly line: number | undefined
}

function covers({code, lines}: Silence, found: string, line: number | undefined): boolean {
  if (code !== found) return false
  if (lines === undefined) return true
  return line !== undefined && lines.first <= line && line <= lines.last
}
