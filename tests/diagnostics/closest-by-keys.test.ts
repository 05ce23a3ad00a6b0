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
      expect(closestByKeys(written, groupByKeys(known, endsOf), {keysOf: endsOf})).toBe(
        closest(written, known)
      )
    }),
    {numRuns: 2000}
  )
})

test('what has no end in common is not compared', () => {
  const groups = groupByKeys(['release-notes', 'release-tools', 'index'], endsOf)
  const compared = endsOf('release-nodes').flatMap((key) => groups[key] ?? [])
  expect(compared).toEqual(['release-notes', 'release-tools'])
  expect(closestByKeys('release-nodes', groups, {keysOf: endsOf})).toBe('release-notes')
  expect(closestByKeys('gelease-nodez', groups, {keysOf: endsOf})).toBeUndefined()
})

test('a key that very many names have tells of none, and another one still does', () => {
  const many = Array.from({length: 300}, (_, number) => `release-${number}-notes-of-${number}`)
  const groups = groupByKeys([...many, 'release-gauges'], endsOf)
  expect(closestByKeys('release-guages', groups, {keysOf: endsOf})).toBe('release-gauges')
  expect(closestByKeys('release-7-notes-of-8a', groups, {keysOf: endsOf})).toBeUndefined()
})

test('parts of names are compared, up to so many edits', () => {
  const rules = {keysOf: (path: string) => [path.slice(0, 2)], partOf: (path: string) => path.slice(2)}
  const groups = groupByKeys(['a/compilers', 'b/computers'], rules.keysOf)
  expect(closestByKeys('a/computers', groups, rules)).toBe('a/compilers')
  expect(closestByKeys('a/computers', groups, {...rules, editsMax: 1})).toBeUndefined()
})

test('no name is taken for what all objects have', () => {
  const keysOf = (name: string): ReadonlyArray<string> => [name]
  expect(closestByKeys('constructor', groupByKeys(['about'], keysOf), {keysOf})).toBeUndefined()
})
