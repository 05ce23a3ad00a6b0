import {checkConfig} from '#src/config/check-config.ts'
import type {Host} from '#src/model/host.ts'
import {type Recorder, startSpan} from '#src/model/recorder.ts'
import {packWriter} from '../store/document-pack.ts'
import type {CompileReply, CompileRequest} from '../thread-work.ts'
import {compileTasks, openSourceCompiler, type SourceCompiler} from './compile-source.ts'

/** Compiles in a thread of its own, into packs of its own. */
export async function openCompileThread(
  host: Pick<Host, 'loadConfig' | 'store'>,
  environment: string,
  recorder: Recorder | undefined
): Promise<(request: CompileRequest) => Promise<CompileReply>> {
  const end = startSpan(recorder)
  const {value: loaded} = await host.loadConfig(environment)
  const options = {environment, drafts: false, future: false, expired: false}
  const {markdown, hash} = (await checkConfig(loaded, options)).value
  end({category: 'thread', name: 'load configuration'})
  const compilers = new Map<boolean, SourceCompiler>()
  const append = packWriter(host.store, undefined)
  let last: Promise<unknown> = Promise.resolve()
  return async ({tasks, configHash, keepsProse, begun}) => {
    if (configHash !== hash) return 'other-config'
    const compiler = compilers.get(keepsProse) ?? openSourceCompiler({...markdown, keepsProse, recorder})
    compilers.set(keepsProse, compiler)
    // One request after the other: what was asked first is waited for, and all at once would be done last. Where plugins wait, the articles of two requests
    // would take each other's time.
    const compiled = last.then(() => compileTasks(tasks, compiler, {append, recorder, begun}))
    last = compiled.catch(() => undefined)
    return compiled
  }
}
