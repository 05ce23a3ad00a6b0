import type {BuildOptions} from '#src/build/build.ts'
import {checkExternal} from '#src/build/check-external.ts'
import {openSite} from '#src/build/open-site.ts'
import {sealedStore} from '#src/build/store/sealed-store.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {externalAsker, politeSettings} from '#src/host/ask-external.ts'
import type {Host} from '#src/model/host.ts'

/** Of replies: other versions of Galley may believe them too. */
const version = 'external 1'

/** What is wrong with the links to other sites of a site that was just built: all its documents are in the store. */
export async function checkExternalLinks(
  host: Host,
  options: BuildOptions
): Promise<ReadonlyArray<Diagnostic>> {
  const site = openSite(host, {...options, keepGoing: true, onCompiled: () => undefined})
  const state = await site.renewWhole()
  const found = await checkExternal({
    ...state.externalLinks(),
    ask: externalAsker(politeSettings),
    store: sealedStore(host.store, version, () => undefined),
    now: host.clock(),
    onProgress: (done, total) => options.onProgress({stage: 'ask', done, total})
  })
  host.store.release()
  return state.judge(found)
}
