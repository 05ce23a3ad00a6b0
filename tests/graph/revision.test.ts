import {describe, expect, test} from 'vitest'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {hashData} from '#src/graph/hash.ts'
import {
  defineInput,
  defineQuery,
  type Input,
  type Key,
  keyOf,
  type Query,
  type Trace
} from '#src/graph/query.ts'
import {openRevision, type Revision} from '#src/graph/revision.ts'

const text = defineInput<string, string>('text')
const names = defineInput<null, ReadonlyArray<string>>('names')

const title = defineQuery('title', ({read, report}, name: string): string => {
  const value = read(text, name) ?? ''
  if (value === '') report([{code: 'test/empty', severity: 'warning', reason: 'Expected a text', file: name}])
  return value.split('\n')[0] ?? ''
})
const list = defineQuery('list', ({read}): string =>
  (read(names, null) ?? []).map((name) => read(title, name)).join()
)
const body = defineQuery(
  'body',
  ({read}, name: string): string => `${read(title, name)}|${read(text, name) ?? ''}`
)

const queries = [text, names, title, list, body]

interface State {
  readonly [name: string]: string
}

function revisionOf(state: State, traces: ReadonlyMap<Key, Trace> = new Map()): Revision {
  const inputs = new Map<Key, Input>(
    Object.entries(state).map(([name, value]) => [keyOf(text, name), {hash: hashData(value), value}])
  )
  const sorted = Object.keys(state).sort()
  inputs.set(keyOf(names, null), {hash: hashData(sorted), value: sorted})
  return openRevision(queries, inputs, traces)
}

/** Settle all outputs of `before`, change to `after`, settle again: what ran, and that the answers are those of a clean build. */
function checkRebuild(before: State, after: State): ReadonlyArray<Key> {
  const first = revisionOf(before)
  settleAll(first, before)
  const second = revisionOf(after, first.traces())
  settleAll(second, after)
  const clean = revisionOf(after)
  settleAll(clean, after)
  const ran = second.ran()
  for (const key of keysOf(after)) expect(second.traces().get(key)).toEqual(clean.traces().get(key))
  expect(second.diagnostics(keysOf(after))).toEqual(clean.diagnostics(keysOf(after)))
  return ran
}

function settleAll(revision: Revision, state: State): void {
  for (const name of Object.keys(state)) revision.hash(body, name)
  revision.hash(list, null)
}

function keysOf(state: State): ReadonlyArray<Key> {
  return [...Object.keys(state).map((name) => keyOf(body, name)), keyOf(list, null)]
}

describe('a second revision', () => {
  test('runs nothing when nothing changed', () => {
    expect(checkRebuild({a: 'A\n1', b: 'B\n2'}, {a: 'A\n1', b: 'B\n2'})).toEqual([])
  })

  test('is cut off by an equal answer', () => {
    expect(checkRebuild({a: 'A\n1', b: 'B\n2'}, {a: 'A\nchanged', b: 'B\n2'})).toEqual([
      'title "a"',
      'body "a"'
    ])
  })

  test('runs what read a changed answer', () => {
    const ran = checkRebuild({a: 'A\n1', b: 'B\n2'}, {a: 'X\n1', b: 'B\n2'})
    // `title "b"` runs for its value alone, which `list` asks for and no trace holds.
    expect(ran).toEqual(['title "a"', 'body "a"', 'title "b"', 'list null'])
  })

  test('sees a deletion as a change', () => {
    expect(checkRebuild({a: 'A', b: 'B'}, {a: 'A'})).toContain('list null')
  })

  test('replays the diagnostics of what did not run', () => {
    const first = revisionOf({a: '', b: 'B'})
    settleAll(first, {a: '', b: 'B'})
    const second = revisionOf({a: '', b: 'B'}, first.traces())
    const expected: ReadonlyArray<Diagnostic> = [
      {code: 'test/empty', severity: 'warning', reason: 'Expected a text', file: 'a'}
    ]
    expect(second.diagnostics([keyOf(list, null), keyOf(body, 'a')])).toEqual(expected)
    expect(second.ran()).toEqual([])
  })
})

describe('a query', () => {
  test('runs once in a revision', () => {
    const revision = revisionOf({a: 'A'})
    revision.get(list, null)
    revision.get(body, 'a')
    revision.get(list, null)
    expect(revision.ran()).toEqual(['title "a"', 'list null', 'body "a"'])
  })

  test('that reads itself is a cycle', () => {
    const self: Query<string, string> = {name: 'self', run: ({read}, name) => read(self, name)}
    const revision = openRevision([self], new Map(), new Map())
    expect(() => revision.get(self, 'x')).toThrow('Queries read each other in a circle: self "x" → self "x"')
  })

  test('that reads behind the back of the graph is found out', () => {
    let hidden = 0
    const sly = defineQuery('sly', (): number => hidden++)
    const first = openRevision([sly], new Map(), new Map())
    first.get(sly, null)
    const second = openRevision([sly], new Map(), first.traces())
    expect(() => second.get(sly, null)).toThrow('`sly null` gave another answer for equal reads')
  })
})
