import type {QueryContext} from '#src/graph/query.ts'
import type {HostFile} from '#src/model/hosted-site.ts'
import {joinHostFile} from '#src/render/hosts/join-host-file.ts'
import {renderHostFile} from '#src/render/hosts/render-host-file.ts'
import {withHeader} from '#src/routing/host-headers.ts'
import {tooLongHeader} from '#src/routing/redirect-messages.ts'
import {badHostFile} from '../../messages.ts'
import {hostFileNames} from '../../read/host-texts.ts'
import {configFileInput, hostTextInput} from '../inputs.ts'
import {hosting} from '../settings.ts'
import {policyHeader} from './content-security.ts'
import {hostedSite} from './hosted-site.ts'

/** Text of a file that tells a host; what the author has written into a file of its name in `public/` goes before. */
export function hostFileText({read, report}: QueryContext, {file}: {readonly file: HostFile}): string {
  const path = `public/${hostFileNames[file]}`
  const own = read(hostTextInput, path)
  const site = read(hostedSite, null)
  // Redirects do not depend on what is in the pages.
  const policy = file === 'redirects' ? undefined : read(policyHeader, null)
  const headers = policy === undefined ? site.headers : withHeader(site.headers, policy)
  const made = renderHostFile({...site, headers}, file)
  if (file === 'headers' && read(hosting, null).includes('cloudflare')) {
    const spot = {file: read(configFileInput, null) ?? ''}
    report(longLines(made).map((line) => tooLongHeader(spot, line)))
  }
  const joined = own === undefined ? made : joinHostFile(file, own, made)
  if (joined === undefined) report([badHostFile(path)])
  return joined ?? made
}

/** Headers of `_headers` that Cloudflare does not take. */
function longLines(
  text: string
): ReadonlyArray<{readonly name: string; readonly length: number; readonly max: number}> {
  return text.split('\n').flatMap((line) => {
    const name = line.slice(0, line.indexOf(':')).trim()
    return line.length > cloudflareMax ? [{name, length: line.length, max: cloudflareMax}] : []
  })
}

/**
 * Characters of a line.
 *
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 */
const cloudflareMax = 2000
