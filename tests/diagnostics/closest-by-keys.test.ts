import fc from 'fast-check'
import {expect, test} from 'vitest'
import {closest} from '#src/diagnostics/closest.ts'
import {closestByKeys, endsOf, groupByKeys} from '#src/diagnostics/closest-by-keys.ts'

const others = ['about', 'archive', 'compilers', 'contact', 'index', 'release-notes', 'tags']

const letters = fc.string({unit: fc.constantFrom(...'abcde'), minLength: 1, maxLength: 12})

const slips: ReadonlyArray<(name: string, at: number, letter: string) => string> = [
  (name, at, letter) => name.slice(0, at) + letter + name.slice(at),
  (name, at) => name.slice(0, at) + name.slice(at + 1),
  (name, at, letter) => name.slice(0, at) + letter + name.slice(at + 1),
  (name, at) => name.slice(0, at) + name.slice(at + 1, at + 2) + name.slice(at, at + 1) + name.slice(at + 2)
]

test('of names that have an end in common the one is found that is found of all, when there is one slip', () => {
  const slip = fc.record({name: letters, slip: fc.constantFrom(...slips), at: fc.nat(12), letter: letters})
  fc.assert(
    fc.property(slip, ({name, slip, at, letter}) => {
      const written = slip(name, at % name.length, letter.slice(0, 1))
      const known = [...others, name]
      expect(closestByKeys(written, groupByKeys(known, endsOf), endsOf)).toBe(closest(written, known))
    }),
    {numRuns: 2000}
  )
})

test('what has no end in common is not compared', () => {
  const groups = groupByKeys(['release-notes', 'release-tools', 'index'], endsOf)
  const compared = endsOf('release-nodes').flatMap((key) => groups[key] ?? [])
  expect(compared).toEqual(['release-notes', 'release-tools'])
  expect(closestByKeys('release-nodes', groups, endsOf)).toBe('release-notes')
  expect(closestByKeys('gelease-nodez', groups, endsOf)).toBeUndefined()
})

test('no name is taken for what all objects have', () => {
  expect(
    closestByKeys(
      'constructor',
      groupByKeys(['about'], (name) => [name]),
      (name) => [name]
    )
  ).toBeUndefined()
})
