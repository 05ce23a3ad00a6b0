import type {RelatedConfig} from '#src/model/related.ts'
import type {SourcePath} from '#src/model/source.ts'
import {
  type Calibration,
  type Case,
  calibrate,
  confidenceOf,
  linkedPairsMin,
  uncalibrated
} from './calibrate.ts'
import {chooseMatches} from './choose-matches.ts'
import {countGrams, type GramCounts} from './count-grams.ts'
import {estimateLogOdds} from './estimate-confidence.ts'
import {type Evidence, findEvidence} from './find-evidence.ts'
import {type LinkGraph, linkGraph} from './link-graph.ts'
import {type NumberedArticles, type NumberWords, numberWords, type WordedArticle} from './number-words.ts'
import {rankAlone} from './rank-together.ts'
import {type Ranked, type Ranking, rankedOf} from './ranking.ts'
import {indexGrams, type RankingIndex} from './ranking-index.ts'
import {sharedGrams} from './shared-grams.ts'

/** An article as far as others may belong beside it. */
export interface RelatableArticle extends WordedArticle {
  readonly source: SourcePath
  /** Calendar day. */
  readonly day?: string
  readonly series?: string
  /** Sources of the articles that its text links to. */
  readonly links: ReadonlyArray<SourcePath>
}

/** An article that may belong beside another. */
export interface Match extends Evidence {
  readonly other: RelatableArticle
  /** How alike the two texts are, from 0 to 1. */
  readonly cosine: number
  /** How likely an author is to link the two, from 0 to 1. */
  readonly confidence: number
}

/** An article and those that may belong beside it. */
export interface RelatedArticle {
  readonly article: RelatableArticle
  /** The first by rank, whether or not they are shown. */
  readonly matches: ReadonlyArray<Match>
  readonly shown: ReadonlyArray<Match>
}

/** How the articles of a site belong together. */
export interface RelatedSite {
  /** In the order in which they were given. */
  readonly articles: ReadonlyArray<RelatedArticle>
  /** Matches that the confidence was, or would be, calibrated by. */
  readonly cases: ReadonlyArray<Case>
  /** Absent where there are too few links to calibrate it. */
  readonly calibration?: Calibration
  /** Confidence that a match needs to be shown. */
  readonly threshold: number
  /** What an article and a match of it have in common, as stems. */
  readonly sharedWords: (article: RelatedArticle, match: Match) => ReadonlyArray<string>
}

/** What takes long, and may be done by others than the thread that wants it, or may be remembered: the answers are the same. */
export interface RelatingWork {
  readonly numberWords: NumberWords
  readonly rankArticles: (index: RankingIndex) => Ranking
}

const workAlone: RelatingWork = {numberWords, rankArticles: rankAlone}

/** Matches of an article that are looked at, and of these the ones that the confidence is calibrated by. */
const positionsMax = 10
const casePositionsMax = 5

/** Of fewer a reader sees all at a glance, and what is rare among them is not known. */
const articlesMin = 10

/** Cosine over which two articles say the same. */
const twinCosine = 0.9

/** Part of the matches that is not worth showing: judged by hand, of the least sure quarter not even half belong. */
const autoShare = 0.25

/**
 * Find out which articles of a site belong beside each other.
 *
 * @param articles
 *   All that may be shown, sorted by source.
 */
export function relateArticles(
  articles: ReadonlyArray<RelatableArticle>,
  config: RelatedConfig,
  work: RelatingWork = workAlone
): RelatedSite {
  const related = articles.length < articlesMin ? [] : articles
  const {index, nameOf} = indexTexts(work.numberWords(related, config.fields), config)
  const ranking = work.rankArticles(index)
  const judged = judgeMatches(ranking)

  const links = linkGraph(articles)
  const cases = casesOf(judged, links)
  const calibration = links.pairCount < linkedPairsMin ? undefined : calibrate(cases)
  const matches = articles.map((_, number) =>
    (judged[number] ?? []).map((match) => toMatch(match, articles, calibration ?? uncalibrated))
  )
  const threshold = thresholdOf(matches, config)
  const numbers = new Map(articles.map(({source}, number) => [source, number]))
  return {
    articles: articles.map((article, number) => {
      const own = matches[number] ?? []
      return {article, matches: own, shown: chooseMatches(article, own, {...config, threshold, areTwins})}
    }),
    cases,
    ...(calibration === undefined ? {} : {calibration}),
    threshold,
    sharedWords: ({article}, {other}) => sharedGrams(index, nameOf, [numberOf(article), numberOf(other)])
  }

  function areTwins(first: Match, second: Match): boolean {
    const other = numberOf(second.other)
    const ranked = rankedOf(ranking, numberOf(first.other))
    return ranked.some(({article, cosine}) => article === other && cosine > twinCosine)
  }

  function numberOf({source}: RelatableArticle): number {
    return numbers.get(source) ?? -1
  }
}

/** What articles are ranked by; the counts that it is made of are not kept beside it. */
function indexTexts(
  texts: NumberedArticles,
  {weights}: Pick<RelatedConfig, 'weights'>
): {readonly index: RankingIndex} & Pick<GramCounts, 'nameOf'> {
  const counts = countGrams(texts)
  return {index: indexGrams(counts, weights), nameOf: counts.nameOf}
}

/** A match before the site has been looked at as a whole. */
interface JudgedMatch extends Ranked, Evidence {
  readonly logOdds: number
}

/** The first matches of each article, with what speaks for them. */
function judgeMatches(ranking: Ranking): ReadonlyArray<ReadonlyArray<JudgedMatch>> {
  return Array.from(ranking.counts, (_, article) =>
    rankedOf(ranking, article, positionsMax).map((match, index) => {
      const evidence = findEvidence(match, {ranking, article, position: index + 1})
      return {...match, ...evidence, logOdds: estimateLogOdds(evidence)}
    })
  )
}

function casesOf(
  judged: ReadonlyArray<ReadonlyArray<JudgedMatch>>,
  {areLinked}: LinkGraph
): ReadonlyArray<Case> {
  return judged.flatMap((matches, article) =>
    matches.slice(0, casePositionsMax).map(({article: other, logOdds, position}) => {
      return {article, position, logOdds, isLinked: areLinked(article, other)}
    })
  )
}

function toMatch(
  {article, cosine, score, mutualRank, position, logOdds}: JudgedMatch,
  articles: ReadonlyArray<RelatableArticle>,
  calibration: Calibration
): Match {
  const other = articles[article]
  if (other === undefined) throw new Error(`Expected an article, found the number ${article}`)
  return {other, cosine, score, mutualRank, position, confidence: confidenceOf(logOdds, calibration)}
}

function thresholdOf(
  matches: ReadonlyArray<ReadonlyArray<Match>>,
  {minConfidence, limit}: Pick<RelatedConfig, 'minConfidence' | 'limit'>
): number {
  if (minConfidence !== 'auto') return minConfidence
  const confidences = matches.flatMap((own) => own.slice(0, limit).map(({confidence}) => confidence))
  return confidences.sort((a, b) => a - b)[Math.floor(confidences.length * autoShare)] ?? 0
}
