import fc from 'fast-check'
import {expect, test} from 'vitest'
import {cleanBuilds} from './built.ts'
import {checkSequence} from './check-sequence.ts'
import {diskState} from './disk-state.ts'
import {diskWorld} from './disk-world.ts'
import {firstModel} from './first-model.ts'
import {runsOf, sequenceLimits} from './runs.ts'
import {sequences} from './sequence.ts'

const buildClean = cleanBuilds(diskWorld)

test('the site that sequences begin with is sound, with templates and plugin at work', async () => {
  const {result, output} = await buildClean(diskState(firstModel))
  expect(result.isWritten).toBe(true)
  const textOf = (path: string): string => new TextDecoder().decode(output.get(path))
  expect(textOf('index.html')).toContain('c1<b>b1</b>')
  expect(textOf('articles/alpha/index.html')).toContain('<strong>first!</strong>')
})

const runs = runsOf('GALLEY_DISK_RUNS', 12)

test('after any edits an incremental build is a clean build', {timeout: runs.timeoutMs}, async () => {
  const place = {openWorld: diskWorld, stateOf: diskState, buildClean}
  await fc.assert(
    fc.asyncProperty(sequences, (sequence) => checkSequence(place, sequence)),
    sequenceLimits(runs)
  )
})
