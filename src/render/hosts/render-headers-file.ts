import type {HostedSite, HostHeaders} from '#src/model/hosted-site.ts'
import {patternPath} from './redirect-lines.ts'

/**
 * Text of `_headers`, for Netlify, Cloudflare Pages and others that have taken it over.
 *
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 * @see https://docs.netlify.com/manage/routing/headers/
 */
export function renderHeadersFile({headers, basePath}: HostedSite): string {
  return headers
    .map((rule) => {
      const lines = rule.headers.map(({name, value}) => `  ${name}: ${value}\n`)
      return `${basePath}${headersPath(rule)}\n${lines.join('')}`
    })
    .join('')
}

function headersPath({path, isFolder}: HostHeaders): string {
  return patternPath(path) + (isFolder ? '/' : '')
}
