import {overridesOf} from '#src/config/check-config.ts'
import type {Host, Thread} from '#src/model/host.ts'
import type {RenderThreadSettings} from './answer-site.ts'
import type {FoundInputs} from './read/collect-inputs.ts'
import type {SiteOptions} from './read/read-inputs.ts'
import {recordThreads} from './record-thread.ts'
import type {DocumentStore} from './store/document-store.ts'

/** As many threads as there may be beside this one; none is started before it is asked. */
export function openThreads(
  {openThread, processorCount}: Pick<Host, 'openThread' | 'processorCount'>,
  {jobs = processorCount, recorder}: Pick<SiteOptions, 'recorder'> & {readonly jobs?: number}
): ReadonlyArray<Thread> {
  return openThread === undefined ? [] : recordThreads(Array.from({length: jobs - 1}, openThread), recorder)
}

/** Threads that may render beside this one, and what they need to know. */
export function renderThreads(
  found: FoundInputs,
  {host, threads, options, documents}: RenderThreadsRequest
): RenderThreadSettings {
  return {
    threads,
    payFrom: host.threadsPayFrom,
    opening: () => ({overrides: overridesOf(options), found, locations: documents.locations()})
  }
}

/** What there is to render with. */
export interface RenderThreadsRequest {
  readonly host: Pick<Host, 'threadsPayFrom'>
  readonly threads: ReadonlyArray<Thread>
  readonly options: SiteOptions
  readonly documents: Pick<DocumentStore, 'locations'>
}
