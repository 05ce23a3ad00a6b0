import {type ConfigOverrides, checkConfig} from '#src/config/check-config.ts'
import type {Host} from '#src/model/host.ts'
import {type Recorder, startSpan} from '#src/model/recorder.ts'
import {markdownHash} from '../read/fingerprint.ts'
import {packWriter} from '../store/document-pack.ts'
import type {CompileReply, CompileRequest} from '../thread-work.ts'
import {compileTasks, openSourceCompiler, type SourceCompiler} from './compile-source.ts'

/** Compiles in a thread of its own, into packs of its own. */
export async function openCompileThread(
  host: Pick<Host, 'loadConfig' | 'store'>,
  overrides: ConfigOverrides,
  recorder: Recorder | undefined
): Promise<(request: CompileRequest) => Promise<CompileReply>> {
  const end = startSpan(recorder)
  const {value: loaded} = await host.loadConfig(overrides.environment)
  const {markdown, hash} = (await checkConfig(loaded, overrides)).value
  end({category: 'thread', name: 'load configuration'})
  const compilers = new Map<boolean, SourceCompiler>()
  const append = packWriter(host.store, undefined)
  let last: Promise<unknown> = Promise.resolve()
  return async ({tasks, markdownHash: wanted, keepsProse, begun}) => {
    const options = {...markdown, keepsProse}
    // By others a document would be another than its name says, for good.
    if (markdownHash(options, hash) !== wanted) return 'other-config'
    const compiler = compilers.get(keepsProse) ?? openSourceCompiler({...options, recorder})
    compilers.set(keepsProse, compiler)
    // One request after the other: what was asked first is waited for, and all at once would be done last. Where plugins wait, the articles of two requests
    // would take each other's time.
    const compiled = last.then(() => compileTasks(tasks, compiler, {append, recorder, begun}))
    last = compiled.catch(() => undefined)
    return compiled
  }
}
