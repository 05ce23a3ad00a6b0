import {toProbability} from './estimate-confidence.ts'

/** A match, and whether the two articles are linked, in whichever direction. */
export interface Case {
  /** Number of the article. */
  readonly article: number
  /** Place of the match, 1-based. */
  readonly position: number
  readonly logOdds: number
  readonly isLinked: boolean
}

/** What makes of the log odds of any site those of one site: `slope * logOdds + offset`. */
export interface Calibration {
  readonly slope: number
  readonly offset: number
}

/** Of a site with too few links to learn from. */
export const uncalibrated: Calibration = {slope: 1, offset: 0}

/** Pairs of linked articles from which two parameters can be fitted; all of the model would be unstable even with many more. */
export const linkedPairsMin: number = 100

/** Parts of the site, each judged by what was fitted to the others. */
const foldCount = 5

/** Newton's method has long found the place by then. */
const stepsMax = 50

/** Holds the slope near 1 and the offset near 0 where there is hardly a case. */
const inertia = 1

/** The calibration that makes the cases most likely. */
export function calibrate(cases: ReadonlyArray<Case>): Calibration {
  let [slope, offset] = [1, 0]
  for (let step = 0; step < stepsMax; step++) {
    let [bySlope, byOffset] = [inertia * (1 - slope), -inertia * offset]
    let [slopeSlope, slopeOffset, offsetOffset] = [inertia, 0, inertia]
    for (const {logOdds, isLinked} of cases) {
      const probability = toProbability(slope * logOdds + offset)
      const error = (isLinked ? 1 : 0) - probability
      const curve = probability * (1 - probability)
      bySlope += error * logOdds
      byOffset += error
      slopeSlope += curve * logOdds * logOdds
      slopeOffset += curve * logOdds
      offsetOffset += curve
    }
    const determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset
    slope += (offsetOffset * bySlope - slopeOffset * byOffset) / determinant
    offset += (slopeSlope * byOffset - slopeOffset * bySlope) / determinant
  }
  // A site whose links go against all that speaks for a match must not turn the order round.
  return {slope: Math.max(0, slope), offset}
}

/** Confidence in a match. */
export function confidenceOf(logOdds: number, {slope, offset}: Calibration): number {
  return Math.round(toProbability(slope * logOdds + offset) * 1e6) / 1e6
}

/** Confidence in each case as a calibration has it that was fitted without that case's article: what it is worth for others. */
export function crossValidate(cases: ReadonlyArray<Case>): ReadonlyArray<number> {
  const calibrations = Array.from({length: foldCount}, (_, fold) =>
    calibrate(cases.filter(({article}) => article % foldCount !== fold))
  )
  return cases.map(({article, logOdds}) =>
    confidenceOf(logOdds, calibrations[article % foldCount] ?? uncalibrated)
  )
}
