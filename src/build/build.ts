import {checkConfig} from '#src/config/check-config.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {orderDiagnostics} from '#src/diagnostics/order.ts'
import {openRevision} from '#src/graph/revision.ts'
import type {Host} from '#src/model/host.ts'
import {dayOf} from '#src/site/dates.ts'
import {applyPlan} from './apply-plan.ts'
import {collectInputs} from './collect-inputs.ts'
import {compileSources} from './compile-sources.ts'
import {hashPresent, readManifest, writeManifest} from './manifest.ts'
import {planOutputs} from './plan.ts'
import {allQueries} from './queries/all-queries.ts'
import {readSite} from './read-site.ts'
import {renderSite} from './render-site.ts'

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

/**
 * Build the site of `host`: read, compile, open a revision, ask, plan, write.
 *
 * Never throws for what an author can get wrong. Errors keep the output folder as it was, unless `keepGoing`: then what has no
 * error is written, and nothing is removed.
 */
export async function build(host: Host, options: BuildOptions): Promise<BuildResult> {
  const {onProgress, keepGoing} = options
  const [files, loadedConfig, templates] = await Promise.all([
    readSite(host),
    host.loadConfig(options.environment),
    host.loadTemplates()
  ])
  const config = checkConfig(loadedConfig.value, options)
  const compiled = await compileSources(files.value.sources, config.value.markdown, (done, total) =>
    onProgress({stage: 'compile', done, total})
  )
  const documents = keepGoing ? compiled.filter((document) => !document.diagnostics.some(isError)) : compiled

  const inputs = collectInputs({
    config: config.value,
    documents,
    assets: files.value.assets,
    templates: templates.value,
    today: dayOf(host.now(), config.value.site.timeZone)
  })
  const revision = openRevision(allQueries, inputs, new Map())
  const site = await renderSite(revision, (done, total) => onProgress({stage: 'render', done, total}))

  const found = [
    ...files.diagnostics,
    ...loadedConfig.diagnostics,
    ...config.diagnostics,
    ...templates.diagnostics,
    ...compiled.flatMap(({diagnostics}) => diagnostics),
    ...site.diagnostics
  ].map((diagnostic) => (options.strict ? {...diagnostic, severity: 'error' as const} : diagnostic))

  const counts = {pageCount: site.pageCount, documentCount: compiled.length}
  if (found.some(isError) && !keepGoing) {
    return {
      ...counts,
      diagnostics: orderDiagnostics(found),
      isWritten: false,
      created: 0,
      updated: 0,
      removed: 0,
      kept: 0
    }
  }
  const manifest = await readManifest(host)
  const plan = planOutputs(site.outputs, await hashPresent(host), found.some(isError) ? new Map() : manifest)
  const problems = await applyPlan(host, plan, (done, total) => onProgress({stage: 'write', done, total}))
  await writeManifest(host, site.outputs)
  return {
    ...counts,
    diagnostics: orderDiagnostics([...found, ...problems]),
    isWritten: !problems.some(isError),
    created: plan.create.length,
    updated: plan.update.length,
    removed: plan.remove.length,
    kept: plan.keep.length
  }
}

function isError({severity}: Diagnostic): boolean {
  return severity === 'error'
}
