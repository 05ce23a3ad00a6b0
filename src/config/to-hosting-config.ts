import type {SiteConfig} from '#src/model/site-config.ts'
import type {HostingRules} from './hosting-rules.ts'

/** What hosts are told, with all defaults filled in. */
export function toHostingConfig({
  hosting = [],
  redirects = []
}: HostingRules): Pick<SiteConfig, keyof HostingRules> {
  return {
    hosting: [...new Set(hosting)],
    redirects: redirects.map(({from, to, status = 301}) => ({
      from,
      status,
      ...(to === undefined ? {} : {to})
    }))
  }
}
