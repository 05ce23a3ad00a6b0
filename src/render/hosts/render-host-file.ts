import type {HostedSite, HostFile} from '#src/model/hosted-site.ts'
import {renderApache} from './render-apache.ts'
import {firebaseSettings} from './render-firebase.ts'
import {renderHeadersFile} from './render-headers-file.ts'
import {renderNginx} from './render-nginx.ts'
import {renderRedirectsFile} from './render-redirects-file.ts'
import {vercelSettings} from './render-vercel.ts'

/** Text of a file that tells a host; empty where there is nothing to tell. */
export function renderHostFile(site: HostedSite, file: HostFile): string {
  return renderers[file](site)
}

const renderers: {readonly [File in HostFile]: (site: HostedSite) => string} = {
  redirects: renderRedirectsFile,
  headers: renderHeadersFile,
  vercel: (site) => jsonText(vercelSettings(site)),
  firebase: (site) => jsonText({hosting: firebaseSettings(site)}),
  nginx: renderNginx,
  apache: renderApache
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
