import type {QueryContext} from '#src/graph/query.ts'
import type {SectionConfig, SiteConfig} from '#src/model/site-config.ts'
import {sectionLineage} from '#src/site/section-lineage.ts'
import {configInput} from './inputs.ts'

/** The configuration, which every revision has. Only for projections of it. */
export function readConfig({read}: QueryContext): SiteConfig {
  const config = read(configInput, null)
  if (config === undefined) throw new Error('A revision was opened without a configuration')
  return config
}

/** Rules for one section alone. */
export function sectionRules(context: QueryContext, name: string): SectionConfig | undefined {
  const written = Object.entries(readConfig(context).sections)
  return written.find(([section]) => section.normalize('NFC') === name)?.[1]
}

/** A rule of the section itself, else of the nearest section around it. */
export function nearest<Rule>(
  context: QueryContext,
  name: string,
  pick: (rules: SectionConfig) => Rule | undefined
): Rule | undefined {
  const rules = sectionLineage(name).map((section) => sectionRules(context, section))
  return rules.map((rule) => rule && pick(rule)).findLast((found) => found !== undefined)
}
