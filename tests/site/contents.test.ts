import {expect, test} from 'vitest'
import type {ContentsEntry} from '#src/model/view.ts'
import {contentsOf} from '#src/site/contents.ts'

const rules = {from: 1, to: 3, minHeadings: 3}
const plain = {isTitleInBody: false}

/** Contents of headings with these levels, as their texts, each with those below it in brackets. */
function contents(
  depths: ReadonlyArray<number>,
  subject: Parameters<typeof contentsOf>[1],
  given = rules
): string {
  const outline = depths.map((depth, index) => ({depth, id: `id-${index}`, text: `${depth}`}))
  return show(contentsOf(outline, subject, given))
}

function show(entries: ReadonlyArray<ContentsEntry>): string {
  return entries
    .map(({text, children}) => (children.length === 0 ? text : `${text}(${show(children)})`))
    .join(' ')
}

test.each([
  ['nest as the headings do', [2, 3, 3, 2], '2(3 3) 2'],
  ['nest once where a level is skipped', [1, 3, 2, 3], '1(3 2(3))'],
  ['may start deeper than they go on', [3, 2, 1], '3 2 1'],
  ['have no level beyond the last', [2, 4, 2, 2, 5], '2 2 2'],
  ['are empty with few headings', [2, 2], ''],
  ['are empty where most headings are too deep', [2, 2, 4, 4], '']
])('contents %s', (_, depths, expected) => {
  expect(contents(depths, plain)).toBe(expected)
})

test('contents leave out a title in the body', () => {
  expect(contents([1, 2, 2, 2], {isTitleInBody: true})).toBe('2 2 2')
})

test('contents are as the author asks', () => {
  expect(contents([2], {...plain, toc: true})).toBe('2')
  expect(contents([], {...plain, toc: true})).toBe('')
  expect(contents([2, 2, 2, 2], {...plain, toc: false})).toBe('')
})

test('contents have the levels that the site shows', () => {
  expect(contents([1, 2, 3, 4, 2], plain, {from: 2, to: 4, minHeadings: 4})).toBe('2(3(4)) 2')
  expect(contents([1, 2, 3, 4, 2], plain, {from: 2, to: 2, minHeadings: 3})).toBe('')
})
