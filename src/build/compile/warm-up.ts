import type {ConfigOverrides} from '#src/config/check-config.ts'
import type {Host} from '#src/model/host.ts'
import type {Recorder} from '#src/model/recorder.ts'
import {decodeText} from '../read/decode-text.ts'
import type {KeptWork} from '../read/kept-work.ts'
import type {ReadInputs} from '../read/read-inputs.ts'
import type {DocumentStore} from '../store/document-store.ts'
import {hasPlugins, isHarmless, openCompiler, openKeptCompiler} from './open-compiler.ts'

/** After some articles JavaScript runs several times as fast as for the first. */
const warmingCount = 8

/** What warming up takes. */
export interface WarmUpRequest {
  readonly host: Pick<Host, 'read'>
  readonly read: Pick<ReadInputs, 'inputs' | 'fingerprint'>
  readonly kept: KeptWork
  readonly recorder: Recorder | undefined
}

/**
 * Load what compiling takes and compile some sources, letting go of what they come to: the first article that is edited is to be there
 * as soon as the tenth.
 */
export async function warmUp({host, read, kept, recorder}: WarmUpRequest): Promise<void> {
  const compile = await openKeptCompiler({read, kept, recorder})
  for (const path of [...read.inputs.documents.keys()].slice(0, warmingCount)) {
    const bytes = await host.read(path)
    const text = bytes && (await decodeText(path, bytes)).value
    if (text !== undefined && isHarmless({path, text}, read.inputs.config.markdown))
      await compile({path, text})
    // Who asks for a page does not wait for it.
    await new Promise(setImmediate)
  }
}

/** What starting the thread takes. */
export interface ThreadStartRequest {
  readonly host: Host
  readonly documents: DocumentStore
  readonly read: WarmUpRequest['read']
  readonly overrides: ConfigOverrides
  readonly kept: KeptWork
  readonly recorder?: Recorder
}

/** Where articles are compiled by a thread, have it load the configuration, which takes longer than the first edit is to take. */
export async function startThread(request: ThreadStartRequest): Promise<void> {
  const {host, documents, read, overrides, kept, recorder} = request
  const {markdown, hash: configHash} = read.inputs.config
  if (!hasPlugins(markdown)) return
  const compiler = openCompiler(host, documents, {
    ...{options: markdown, configHash, fingerprint: read.fingerprint, overrides},
    ...{threads: [], sourceCount: 0, kept, recorder}
  })
  await compiler.alone([])
}
