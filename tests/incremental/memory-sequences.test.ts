import fc from 'fast-check'
import {expect, test} from 'vitest'
import {cleanBuilds} from './built.ts'
import {checkSequence} from './check-sequence.ts'
import {firstModel} from './first-model.ts'
import {memoryState} from './memory-state.ts'
import {memoryWorld} from './memory-world.ts'
import {runsOf, sequenceLimits} from './runs.ts'
import {sequences} from './sequence.ts'

const buildClean = cleanBuilds(memoryWorld)

test('the site that sequences begin with is sound, and has something to warn of', async () => {
  const {result} = await buildClean(memoryState(firstModel))
  expect(result.isWritten).toBe(true)
  expect(result.diagnostics.map(({code}) => code)).toEqual(
    expect.arrayContaining(['routing/unpublished-reference', 'routing/broken-reference'])
  )
})

const runs = runsOf('GALLEY_RUNS', 200)

test('after any edits an incremental build is a clean build', {timeout: runs.timeoutMs}, async () => {
  const place = {openWorld: memoryWorld, stateOf: memoryState, buildClean}
  await fc.assert(
    fc.asyncProperty(sequences, (sequence) => checkSequence(place, sequence)),
    sequenceLimits(runs)
  )
})
