import type {Encoding} from '#src/model/compressor.ts'
import type {SiteConfig} from '#src/model/site-config.ts'
import type {HeaderRules, HostingRules} from './hosting-rules.ts'

/** The smaller one first. */
export const encodings: ReadonlyArray<Encoding> = ['br', 'gzip']

/** What hosts are told, with all defaults filled in. */
export function toHostingConfig({
  hosting = [],
  redirects = [],
  headers,
  contentSecurityPolicy: policy = false,
  compress = false
}: HostingRules): Pick<SiteConfig, keyof HostingRules> {
  return {
    hosting: [...new Set(hosting)],
    compress: typeof compress === 'boolean' ? (compress ? encodings : []) : [...new Set(compress)],
    headers: toHeaderConfig(headers ?? (hosting.length > 0 || policy !== false ? {} : false)),
    contentSecurityPolicy: policy === true ? {} : policy,
    redirects: redirects.map(({from, to, status = 301}) => ({
      from,
      status,
      ...(to === undefined ? {} : {to})
    }))
  }
}

function toHeaderConfig(rules: HeaderRules | false): SiteConfig['headers'] {
  if (rules === false) return false
  return Object.entries(rules).map(([path, headers]) => ({
    path,
    headers: Object.entries(headers).map(([name, value]) => ({name, value}))
  }))
}
