import type {RelatedConfig} from '#src/model/related.ts'
import type {Match, RelatableArticle} from './relate-articles.ts'

/** What matches are chosen by. */
export interface Choice extends Pick<RelatedConfig, 'limit' | 'exclude'> {
  /** Confidence at least. */
  readonly threshold: number
  /** Whether two articles say so much the same that one of them is enough. */
  readonly areTwins: (first: Match, second: Match) => boolean
}

/** The matches that are shown beside an article, the best first. */
export function chooseMatches(
  article: RelatableArticle,
  matches: ReadonlyArray<Match>,
  {limit, exclude, threshold, areTwins}: Choice
): ReadonlyArray<Match> {
  const linked = new Set(exclude.includes('linked') ? article.links : [])
  const chosen: Array<Match> = []
  for (const match of matches) {
    const {other, confidence} = match
    const isExcluded = linked.has(other.source) || (exclude.includes('newer') && isNewer(other, article))
    if (confidence < threshold || isExcluded) continue
    const isRepeated = chosen.some((before) => areInOneSeries(before.other, other) || areTwins(before, match))
    if (!isRepeated) chosen.push(match)
    if (chosen.length === limit) break
  }
  return chosen
}

function areInOneSeries(first: RelatableArticle, second: RelatableArticle): boolean {
  return first.series !== undefined && first.series === second.series
}

function isNewer({day = ''}: RelatableArticle, {day: than = ''}: RelatableArticle): boolean {
  return day > than
}
