import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Host} from '#src/model/host.ts'

/** What one build is asked for, beside the configuration. */
export interface BuildOptions {
  /** Replaces `baseUrl` of the configuration. */
  readonly baseUrl?: string
  /** Name passed to the configuration; `production` from the command line. */
  readonly environment: string
  readonly drafts: boolean
  readonly future: boolean
  readonly expired: boolean
  /** Write what is good even when there are errors. */
  readonly keepGoing: boolean
  /** Warnings are errors. */
  readonly strict: boolean
  readonly onProgress: (progress: Progress) => void
}

/** How far a build has come in its present stage. */
export interface Progress {
  readonly stage: 'read' | 'compile' | 'render' | 'write'
  readonly done: number
  readonly total: number
}

/** What a build did. */
export interface BuildResult {
  /** Ordered by file and place. With `strict` the warnings have become errors. */
  readonly diagnostics: ReadonlyArray<Diagnostic>
  /** Whether the output folder is up to date with the sources; false when errors kept it as it was. */
  readonly isWritten: boolean
  /** HTML pages made for readers, redirects not counted. */
  readonly pageCount: number
  /** Documents compiled. */
  readonly documentCount: number
  readonly created: number
  readonly updated: number
  readonly removed: number
  readonly kept: number
}

/** Build the site of `host`. Never throws for what an author can get wrong. */
export async function build(host: Host, options: BuildOptions): Promise<BuildResult> {
  throw new Error(`not yet: ${String(host)} ${options.environment}`)
}
