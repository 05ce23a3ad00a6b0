import {type BuildOptions, type BuildResult, build} from '#src/build/build.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import {plainTemplates} from './plain-templates.ts'
import {parseSite} from './site-text.ts'

/** Options of a plain production build. */
export const plainOptions: BuildOptions = {
  environment: 'production',
  drafts: false,
  future: false,
  expired: false,
  keepGoing: false,
  strict: false,
  hash: false,
  clean: false,
  onProgress: () => undefined,
  onNotice: () => undefined
}

/** A built site as text. */
export interface BuiltSite {
  readonly result: BuildResult
  /** By output path. */
  readonly files: Readonly<Record<string, string>>
  /** Errors and warnings: `file:line:column severity code`, and the reason. */
  readonly problems: ReadonlyArray<string>
  /** Hints likewise. */
  readonly hints: ReadonlyArray<string>
}

/** Build a site that is given as text, in memory, on 2024-06-01. */
export async function buildSite(
  text: string,
  options: Partial<BuildOptions> & {
    readonly config?: unknown
    readonly templates?: ReadonlyArray<LoadedTemplate>
  } = {}
): Promise<BuiltSite> {
  const {config, templates = plainTemplates, ...changed} = options
  const host = memoryHost(parseSite(text), {
    templates,
    ...(config === undefined ? {} : {config})
  })
  const result = await build(host, {...plainOptions, ...changed})
  const files = Object.fromEntries(
    [...host.outputs].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])
  )
  return {result, files, problems: problemsOf(result), hints: hintsOf(result)}
}

/** Errors and warnings as lines. Matters of taste are apart: sites of tests are as short as they can be. */
export function problemsOf({diagnostics}: Pick<BuildResult, 'diagnostics'>): ReadonlyArray<string> {
  return diagnostics.filter(({severity}) => severity !== 'hint').map(lineOf)
}

function hintsOf({diagnostics}: BuildResult): ReadonlyArray<string> {
  return diagnostics.filter(({severity}) => severity === 'hint').map(lineOf)
}

function lineOf({file, place, severity, code, reason}: Diagnostic): string {
  const position = place === undefined ? '' : `:${place.line}:${place.column}`
  return `${file}${position} ${severity} ${code}: ${reason}`
}
