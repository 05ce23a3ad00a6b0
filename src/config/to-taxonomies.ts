import type {TaxonomyConfig} from '#src/model/site-config.ts'
import type {Config, TaxonomyRules} from './define-config.ts'
import {mergeSettings} from './merge-settings.ts'

/** Ways to classify: those that every site has, with what the configuration says. `pageSize` is that of the site. */
export function toTaxonomies(
  settings: Pick<Config, 'taxonomies'>,
  pageSize: number
): Readonly<Record<string, TaxonomyConfig>> {
  const rules = mergeSettings(defaultTaxonomies, settings.taxonomies ?? {})
  return Object.fromEntries(
    Object.entries(rules).flatMap(([name, rule]) => {
      if (rule === false) return []
      const path = rule.path ?? `/${name}/`
      const resolved = {
        title: rule.title ?? name.charAt(0).toUpperCase() + name.slice(1).replaceAll(/[-_]/g, ' '),
        path: path.endsWith('/') ? path : `${path}/`,
        pageSize: rule.pageSize ?? pageSize,
        ...(rule.order === undefined ? {} : {order: rule.order}),
        ...(rule.allowed === undefined ? {} : {allowed: rule.allowed})
      }
      return [[name, resolved]]
    })
  )
}

const defaultTaxonomies: Readonly<Record<string, TaxonomyRules | false>> = {
  categories: {},
  tags: {},
  authors: {},
  series: {order: ['weight', 'date', 'title']}
}
