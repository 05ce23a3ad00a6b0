import {defaultRelated, type RelatedConfig} from '#src/model/related.ts'

/** How articles that belong beside each other are found. */
export interface RelatedRules {
  /** Shown beside an article at most, at least 1. Default: 3. */
  readonly limit?: number
  /**
   * How sure a match has to be to be shown, from 0 to 1. Default: `auto`, which leaves out the quarter of the site's matches that is least
   * sure.
   */
  readonly minConfidence?: RelatedConfig['minConfidence']
  /** What a word counts by the part of the article that it is in; 0 leaves a part out. */
  readonly fields?: Partial<RelatedConfig['fields']>
  /** What each of the three ways to compare articles counts. */
  readonly weights?: Partial<RelatedConfig['weights']>
  /** Sources of a site at most: one with more relates none, because each edit of a word ranks all. Default: 4000. */
  readonly articlesMax?: number
  /**
   * What is not shown: `linked`, what the article links to by itself; `newer`, what has a later date. Default: `['linked']`.
   */
  readonly exclude?: RelatedConfig['exclude']
}

/** The rules with all defaults filled in. */
export function toRelatedConfig(rules: RelatedRules | false): RelatedConfig | false {
  if (rules === false) return false
  const {limit, minConfidence, fields, weights, articlesMax, exclude} = defaultRelated
  return {
    limit: rules.limit ?? limit,
    minConfidence: rules.minConfidence ?? minConfidence,
    fields: withDefaults(rules.fields ?? {}, fields),
    weights: withDefaults(rules.weights ?? {}, weights),
    articlesMax: rules.articlesMax ?? articlesMax,
    exclude: [...new Set(rules.exclude ?? exclude)]
  }
}

/** `undefined` counts as absent. */
function withDefaults<Values extends object>(given: Partial<Values>, defaults: Values): Values {
  const set = Object.entries(given).filter(([, value]) => value !== undefined)
  return {...defaults, ...Object.fromEntries(set)}
}
