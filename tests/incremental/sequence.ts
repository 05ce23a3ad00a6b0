import fc from 'fast-check'
import {disturbances} from './disturbances.ts'
import {edits} from './edits.ts'

/** Something that happens to a site between two builds. */
export interface Step {
  /** Name of an edit or a disturbance. */
  readonly edit: string
  /** What it leaves open is decided by these. */
  readonly dice: ReadonlyArray<number>
  /** When the last build failed: mend the site instead. */
  readonly isMending: boolean
  /** Whether a build follows before the next step; after the last one a build always does. */
  readonly isBuilt: boolean
}

/** A site and what happens to it. */
export interface Sequence {
  /** Edits that make another site of the first one before it is built. */
  readonly start: ReadonlyArray<Step>
  readonly steps: ReadonlyArray<Step>
}

/** Sequences of at most 8 edits. */
export const sequences: fc.Arbitrary<Sequence> = fc.record({
  start: fc.array(stepOf(Object.keys(edits)), {maxLength: 4}),
  steps: fc.array(
    fc.oneof(
      {weight: 4, arbitrary: stepOf(Object.keys(edits))},
      {weight: 1, arbitrary: stepOf(Object.keys(disturbances))}
    ),
    {minLength: 1, maxLength: 8}
  )
})

function stepOf(names: ReadonlyArray<string>): fc.Arbitrary<Step> {
  return fc.record({
    edit: fc.constantFrom(...names),
    dice: fc.array(fc.nat(9_999), {minLength: 4, maxLength: 4}),
    isMending: fc.boolean(),
    // Mostly, since a fault is found by the build that follows.
    isBuilt: fc.nat(3).map((number) => number > 0)
  })
}
