import {expect, test} from 'vitest'
import {type Case, calibrate, confidenceOf, crossValidate} from '#src/related/calibrate.ts'
import {judgeSite} from '#src/related/judge-site.ts'

/** Matches with log odds from -2 to 2, of which the share that `chance` gives is linked. */
function casesWith(chance: (logOdds: number) => number): ReadonlyArray<Case> {
  return Array.from({length: 40}, (_, step) => (step - 19.5) / 10).flatMap((logOdds, step) =>
    Array.from({length: 50}, (_, number): Case => {
      const isLinked = number < Math.round(50 * chance(logOdds))
      return {article: step * 50 + number, position: 1, logOdds, isLinked}
    })
  )
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

test('what a site links more or less than others is found', () => {
  const {slope, offset} = calibrate(casesWith((logOdds) => sigmoid(0.5 * logOdds - 1)))
  expect(slope).toBeCloseTo(0.5, 1)
  expect(offset).toBeCloseTo(-1, 1)
})

test('links that go against the evidence do not turn the order round', () => {
  const {slope} = calibrate(casesWith((logOdds) => sigmoid(-logOdds)))
  expect(slope).toBe(0)
})

test('a site in which all or none is linked has a calibration too', () => {
  for (const share of [0, 1]) {
    const calibration = calibrate(casesWith(() => share))
    expect(confidenceOf(0, calibration)).toBeCloseTo(share, 1)
  }
})

test('an article is judged by what was fitted to others', () => {
  const cases = casesWith(sigmoid)
  const own = cases.map((one) => ({...one, isLinked: one.article % 5 === 0}))
  const confidences = crossValidate(own)
  // The others are hardly ever linked where this fold always is.
  expect(confidences[0]).toBeLessThan(0.1)
  expect(confidences[1]).toBeGreaterThan(0.2)
})

test('the judgment of a site tells how far confidence and links lie apart', () => {
  const cases = casesWith((logOdds) => sigmoid(logOdds))
  const site = {articles: [], cases, threshold: 0, sharedWords: () => []}
  expect(judgeSite(site).calibrationError).toBeLessThan(0.02)
  expect(judgeSite({...site, cases: casesWith(() => 0.9)}).calibrationError).toBeGreaterThan(0.3)
  const {bins, precision, surePrecision, isCalibrated} = judgeSite(site)
  expect(bins).toHaveLength(10)
  expect(precision).toBeCloseTo(0.5, 1)
  expect(surePrecision).toBeGreaterThan(0.75)
  expect(isCalibrated).toBe(false)
})
