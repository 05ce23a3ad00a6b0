import type {QueryContext} from '#src/graph/query.ts'
import type {HostFile} from '#src/model/hosted-site.ts'
import {joinHostFile} from '#src/render/hosts/join-host-file.ts'
import {renderHostFile} from '#src/render/hosts/render-host-file.ts'
import {withHeader} from '#src/routing/host-headers.ts'
import {badHostFile} from '../../messages.ts'
import {hostFileNames} from '../../read/host-texts.ts'
import {hostTextInput} from '../inputs.ts'
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
  const joined = own === undefined ? made : joinHostFile(file, own, made)
  if (joined === undefined) report([badHostFile(path)])
  return joined ?? made
}
