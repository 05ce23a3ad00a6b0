import {expect, test} from 'vitest'
import {openHeldAnswers} from '#src/graph/held-answers.ts'
import {defineInput, definePassingQuery, defineQuery, defineStoredQuery} from '#src/graph/query.ts'
import {openRevision} from '#src/graph/revision.ts'
import {noTraces} from '#src/graph/traces.ts'

const count = 30_000
const numbers = Array.from({length: count}, (_, number) => number)

test.each([
  ['of a revision all', defineQuery('own', () => 0), count],
  ['that are stored those of late', defineStoredQuery('stored', () => 0), 10_000],
  ['that pass the last one', definePassingQuery('passing', () => 0, String), 1]
])('of answers %s are held', (_, query, expected) => {
  const answers = openHeldAnswers()
  for (const number of numbers) answers.hold(number, query, {of: number})
  const held = numbers.filter((number) => answers.at(number) !== undefined)
  expect(held).toEqual(numbers.slice(-expected))
})

test('an answer that is asked for again and again stays', () => {
  const answers = openHeldAnswers()
  const query = defineStoredQuery('stored', () => 0)
  for (const number of numbers) {
    answers.hold(number, query, {of: number})
    answers.at(0)
  }
  expect(answers.at(0)).toEqual({of: 0})
  expect(answers.at(1)).toBeUndefined()
})

test('what is not held any more is read from what is stored, and does not run again', () => {
  const size = defineInput<null, number>('size')
  const square = defineStoredQuery('square', (_, number: number) => ({of: number, is: number * number}))
  const sum = defineStoredQuery('sum', ({read}): number =>
    Array.from({length: read(size, null) ?? 0}, (_, number) => read(square, number).is).reduce(
      (a, b) => a + b
    )
  )
  const revision = openRevision([size, square, sum], () => ({hash: 'size', value: count}), noTraces)
  const expected = numbers.reduce((total, number) => total + number * number, 0)
  expect(revision.get(sum, null)).toBe(expected)
  expect(numbers.every((number) => revision.get(square, number).is === number * number)).toBe(true)
  expect(revision.ran()).toHaveLength(count + 1)
})
