import {codeFrame, type FrameLine} from '#src/diagnostics/code-frame.ts'
import type {Diagnostic, Place, Severity} from '#src/diagnostics/diagnostic.ts'
import {isError} from '#src/diagnostics/is-error.ts'

/** A diagnostic as a page shows it. */
export interface Problem {
  readonly severity: Severity
  readonly code: string
  readonly reason: string
  /** `content/a.md:3:1`. */
  readonly location: string
  readonly frame: ReadonlyArray<FrameLine>
  readonly hint?: string
  /** Address that opens the place in an editor. */
  readonly editor: string
}

/** What describing a diagnostic takes. */
export interface ProblemContext {
  /** Text of a file of the site, as it is now. */
  readonly read: (file: string) => Promise<Uint8Array | undefined>
  /** Absolute folder of the site, with `/`. */
  readonly root: string
  /** Address of a place in an editor, with `{file}`, `{line}` and `{column}`. */
  readonly editor: string
}

/** More than these nobody reads at once; others come when these are mended. */
const problemsMax = 30

/** What a page tells of diagnostics: all errors, of warnings those of the file that the page is made of. */
export function diagnosticsFor(
  diagnostics: ReadonlyArray<Diagnostic>,
  source: string | undefined
): ReadonlyArray<Diagnostic> {
  const errors = diagnostics.filter(isError)
  const warnings = diagnostics.filter(({severity, file}) => severity === 'warning' && file === source)
  return [...errors, ...warnings].slice(0, problemsMax)
}

/** Diagnostics with what is around their places. */
export function describeProblems(
  diagnostics: ReadonlyArray<Diagnostic>,
  context: ProblemContext
): Promise<ReadonlyArray<Problem>> {
  return Promise.all(diagnostics.map((diagnostic) => describe(diagnostic, context)))
}

async function describe(
  {severity, code, reason, file, place, hint}: Diagnostic,
  {read, root, editor}: ProblemContext
): Promise<Problem> {
  const bytes = place === undefined ? undefined : await read(file).catch(() => undefined)
  return {
    severity,
    code,
    reason,
    location: place === undefined ? file : `${file}:${place.line}:${place.column}`,
    frame:
      place === undefined || bytes === undefined ? [] : codeFrame(new TextDecoder().decode(bytes), place),
    ...(hint === undefined ? {} : {hint}),
    editor: editorLink({root, editor}, file, place ?? {line: 1, column: 1})
  }
}

/** Address that opens a place of a file in the editor. */
export function editorLink(
  {root, editor}: Pick<ProblemContext, 'root' | 'editor'>,
  file: string,
  {line, column}: Pick<Place, 'line' | 'column'>
): string {
  return editor
    .replace('{file}', encodeURI(`${root}/${file}`.replace(/^\/+/, '/')))
    .replace('{line}', String(line))
    .replace('{column}', String(column))
}
