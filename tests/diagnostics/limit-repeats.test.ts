import {expect, test} from 'vitest'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {limitRepeats, repeatsMax} from '#src/diagnostics/limit-repeats.ts'

function problems(code: Diagnostic['code'], file: string, count: number): ReadonlyArray<Diagnostic> {
  return Array.from({length: count}, (_, index) => ({
    code,
    file,
    severity: 'warning',
    reason: `Found ${index}`,
    place: {line: index + 1, column: 1, endLine: index + 1, endColumn: 2},
    hint: 'Mend it'
  }))
}

test('as many as are told stay as they are', () => {
  const found = problems('routing/broken-reference', 'content/a.md', repeatsMax)
  expect(limitRepeats(found)).toEqual(found)
})

test('the last one of a kind that is told says how many more there are', () => {
  const found = problems('routing/broken-reference', 'content/a.md', repeatsMax + 3)
  const told = limitRepeats(found)
  expect(told).toHaveLength(repeatsMax)
  expect(told.slice(0, -1)).toEqual(found.slice(0, repeatsMax - 1))
  expect(told.at(-1)).toEqual({
    ...found[repeatsMax - 1],
    hint: '3 more of this kind follow in this file, and are told once these are mended'
  })
})

test('ignores all stay: each has something to silence', () => {
  const ignores = problems('checks/unused-ignore', 'content/a.md', repeatsMax + 2).map(
    (problem): Diagnostic => ({...problem, silences: {code: 'routing/broken-reference'}})
  )
  expect(limitRepeats(ignores)).toEqual(ignores)
})

test('other kinds and other files are counted by themselves', () => {
  const many = problems('routing/broken-reference', 'content/a.md', repeatsMax + 1)
  const others = [
    ...problems('routing/unpublished-reference', 'content/a.md', 2),
    ...problems('routing/broken-reference', 'content/b.md', 2)
  ]
  const told = limitRepeats([...many, ...others])
  expect(told).toHaveLength(repeatsMax + others.length)
  expect(told.slice(repeatsMax)).toEqual(others)
  expect(told[repeatsMax - 1]?.hint).toMatch(/^1 more of this kind follows /)
})
