import {resolve} from 'node:path'
import {type OpenSite, type OpenSiteOptions, openSite} from '#src/build/open-site.ts'
import {nodeHost} from '#src/host/node-host.ts'
import type {Host} from '#src/model/host.ts'
import type {Outside} from './main.ts'

/** Open a site to be asked about, on disk: nothing but the store is written. What has errors is left out. */
export function openForReading(
  folder: string,
  wanted: Pick<OpenSiteOptions, 'environment' | 'drafts' | 'future' | 'expired'>,
  {terminal, themeFolder, state, builtTheme, workerFolder}: Outside
): {readonly host: Host; readonly site: OpenSite; readonly options: OpenSiteOptions} {
  const root = resolve(folder)
  const host = nodeHost({
    root,
    output: resolve(root, 'dist'),
    theme: themeFolder,
    version: state,
    ...(builtTheme === undefined ? {} : {builtTheme}),
    ...(workerFolder === undefined ? {} : {workerFolder})
  })
  const options: OpenSiteOptions = {
    ...wanted,
    keepGoing: true,
    onCompiled: () => undefined,
    onNotice: (text) => terminal.stderr.write(`${text}\n`)
  }
  return {host, site: openSite(host, options), options}
}
