import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import type {PageBudget, SiteConfig} from '#src/model/site-config.ts'
import {sectionLineage} from '#src/site/section-lineage.ts'
import {nearest, readConfig, sectionRules} from './read-config.ts'

/** Codes of problems that are looked for only where somebody wants them. */
export const wantedChecks: Query<null, SiteConfig['wantedChecks']> = defineStoredQuery(
  'wantedChecks',
  (context) => readConfig(context).wantedChecks
)

/** Bytes of an image at most in a section. */
export const imageBudgetIn: Query<string, number> = defineStoredQuery(
  'imageBudgetIn',
  (context, name) => nearest(context, name, (rules) => rules.imageBudget) ?? readConfig(context).imageBudget
)

/** Whether pages anywhere are to weigh no more than so much. */
export const hasPageBudgets: Query<null, boolean> = defineStoredQuery('hasPageBudgets', (context) => {
  const {pageBudget, sections} = readConfig(context)
  return [pageBudget, ...Object.values(sections).map((rules) => rules.pageBudget ?? {})].some(
    (budget) => Object.keys(budget).length > 0
  )
})

/** Bytes that a page of a section, and what it loads, may have at most. */
export const pageBudgetIn: Query<string, PageBudget> = defineStoredQuery('pageBudgetIn', (context, name) => {
  const around = sectionLineage(name).map((section) => sectionRules(context, section)?.pageBudget ?? {})
  return Object.assign({}, readConfig(context).pageBudget, ...around)
})
