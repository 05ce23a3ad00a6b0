import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import type {SiteConfig} from '#src/model/site-config.ts'
import {nearest, readConfig} from './read-config.ts'

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
