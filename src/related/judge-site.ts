import {type Case, confidenceOf, crossValidate, uncalibrated} from './calibrate.ts'
import type {RelatedSite} from './relate-articles.ts'

/** Matches that are about equally sure, and how many of them are linked. */
export interface ConfidenceBin {
  /** Mean of the confidences. */
  readonly confidence: number
  readonly linkedShare: number
  readonly caseCount: number
}

/** How well what is shown fits with what the authors of a site have linked themselves. Shares are from 0 to 1. */
export interface SiteJudgment {
  readonly articleCount: number
  /** Of the articles that have something beside them. */
  readonly coverage: number
  /** Articles beside one, on average. */
  readonly shownMean: number
  readonly threshold: number
  readonly isCalibrated: boolean
  /** Of the first three matches of each article, how many are linked; those that are not may still belong. */
  readonly precision: number
  /** The same of the quarter of these that is most sure. */
  readonly surePrecision: number
  /**
   * How far confidence and share of linked ones lie apart, on average. Of a calibrated site each article is judged by what was fitted to
   * the others.
   */
  readonly calibrationError: number
  /** The least sure first, all of about the same number of cases. */
  readonly bins: ReadonlyArray<ConfidenceBin>
}

const binCount = 10

const judgedPositions = 3

/** Judge what was found in a site by the links that it has. */
export function judgeSite({articles, cases, calibration, threshold}: RelatedSite): SiteJudgment {
  const confidences =
    calibration === undefined
      ? cases.map(({logOdds}) => confidenceOf(logOdds, uncalibrated))
      : crossValidate(cases)
  const bins = binsOf(cases, confidences)
  const shownCounts = articles.map(({shown}) => shown.length)
  const first = cases
    .map((one, index) => ({...one, confidence: confidences[index] ?? 0}))
    .filter(({position}) => position <= judgedPositions)
    .sort((a, b) => b.confidence - a.confidence)
  return {
    articleCount: articles.length,
    coverage: shareOf(shownCounts, (count) => count > 0),
    shownMean: shownCounts.reduce((sum, count) => sum + count, 0) / Math.max(1, articles.length),
    threshold,
    isCalibrated: calibration !== undefined,
    precision: shareOf(first, ({isLinked}) => isLinked),
    surePrecision: shareOf(first.slice(0, Math.ceil(first.length / 4)), ({isLinked}) => isLinked),
    calibrationError: bins.reduce(
      (sum, {confidence, linkedShare, caseCount}) =>
        sum + (caseCount / cases.length) * Math.abs(confidence - linkedShare),
      0
    ),
    bins
  }
}

function binsOf(
  cases: ReadonlyArray<Case>,
  confidences: ReadonlyArray<number>
): ReadonlyArray<ConfidenceBin> {
  const order = cases
    .map((_, index) => index)
    .sort((a, b) => (confidences[a] ?? 0) - (confidences[b] ?? 0) || a - b)
  return Array.from({length: binCount}, (_, bin) => {
    const from = Math.floor((bin * order.length) / binCount)
    return order.slice(from, Math.floor(((bin + 1) * order.length) / binCount))
  })
    .filter((members) => members.length > 0)
    .map((members) => ({
      confidence: members.reduce((sum, index) => sum + (confidences[index] ?? 0), 0) / members.length,
      linkedShare: shareOf(members, (index) => cases[index]?.isLinked === true),
      caseCount: members.length
    }))
}

function shareOf<Item>(items: ReadonlyArray<Item>, isMeant: (item: Item) => boolean): number {
  return items.filter(isMeant).length / Math.max(1, items.length)
}
