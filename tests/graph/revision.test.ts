import {describe, expect, test} from 'vitest'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {decodeTraces, encodeTraces} from '#src/graph/encode-traces.ts'
import {hashData, hashText} from '#src/graph/hash.ts'
import {
  defineInput,
  definePassingQuery,
  defineQuery,
  defineStoredQuery,
  type Input,
  type Key,
  keyOf,
  type Query
} from '#src/graph/query.ts'
import {openRevision, type Revision} from '#src/graph/revision.ts'
import {diagnosticsOf, keyAt, keyCount, noTraces, type Traces, traceOf} from '#src/graph/traces.ts'

const text = defineInput<string, string>('text')
const names = defineInput<null, ReadonlyArray<string>>('names')

const title = defineStoredQuery('title', ({read, report}, name: string): string => {
  const value = read(text, name) ?? ''
  if (value === '') report([{code: 'test/empty', severity: 'warning', reason: 'Expected a text', file: name}])
  return value.split('\n')[0] ?? ''
})
const list = defineQuery('list', ({read}): string =>
  (read(names, null) ?? []).map((name) => read(title, name)).join()
)
const body = definePassingQuery(
  'body',
  ({read}, name: string): string => `${read(title, name)}|${read(text, name) ?? ''}`,
  hashText
)

const bodyHashes = defineStoredQuery('bodyHashes', ({read, readHash}): string =>
  (read(names, null) ?? []).map((name) => readHash(body, name)).join()
)

const queries = [text, names, title, list, body, bodyHashes]

const noInputs = (): undefined => undefined

interface State {
  readonly [name: string]: string
}

function revisionOf(state: State, traces: Traces = noTraces): Revision {
  const inputs = new Map<Key, Input>(
    Object.entries(state).map(([name, value]) => [keyOf(text, name), {hash: hashData(value), value}])
  )
  const sorted = Object.keys(state).sort()
  inputs.set(keyOf(names, null), {hash: hashData(sorted), value: sorted})
  return openRevision(queries, (name, argument) => inputs.get(keyOf({name}, argument)), traces)
}

/** Settle all outputs of `before`, change to `after`, settle again: what ran, and that the answers are those of a clean build. */
function checkRebuild(before: State, after: State): ReadonlyArray<Key> {
  const first = revisionOf(before)
  settleAll(first, before)
  const second = revisionOf(after, decodeTraces(encodeTraces(first.traces())))
  settleAll(second, after)
  const clean = revisionOf(after)
  settleAll(clean, after)
  const ran = second.ran()
  const [made, expected] = [second.traces(), clean.traces()]
  const keys = keysOf(expected)
  for (const key of keys) expect(traceOf(made, key)).toEqual(traceOf(expected, key))
  expect(keyCount(made.keys)).toBe(keyCount(expected.keys))
  expect(diagnosticsOf(made)).toHaveLength(diagnosticsOf(expected).length)
  return ran
}

function keysOf(traces: Traces): ReadonlyArray<Key> {
  return Array.from({length: keyCount(traces.keys)}, (_, position) => keyAt(traces, position))
}

function settleAll(revision: Revision, state: State): void {
  for (const name of Object.keys(state)) revision.hash(body, name)
  revision.hash(list, null)
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
    // `list` asks for the title of `b` too, whose answer its trace holds.
    expect(ran).toEqual(['title "a"', 'body "a"', 'list null'])
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
    settleAll(second, {a: '', b: 'B'})
    expect(diagnosticsOf(second.traces())).toEqual(expected)
    expect(second.ran()).toEqual([])
  })
})

test('revisions that follow each other share what they know of keys, and not what they are asked', () => {
  const states: ReadonlyArray<State> = [
    {a: 'A\n1', b: 'B\n1'},
    {a: 'A\n2', b: 'B\n1'},
    {a: 'X\n2', b: 'B\n2'}
  ]
  let last: Revision | undefined
  for (const state of states) {
    const revision = revisionOf(state, last?.traces('all'))
    settleAll(revision, state)
    // Somebody still looks at the state before.
    last?.hash(body, 'gone')
    const clean = revisionOf(state)
    settleAll(clean, state)
    for (const name of ['a', 'b']) expect(revision.get(body, name)).toBe(clean.get(body, name))
    expect(keysOf(revision.traces()).toSorted()).toEqual(keysOf(clean.traces()).toSorted())
    last = revision
  }
})

describe('a query', () => {
  test('runs once in a revision', () => {
    const revision = revisionOf({a: 'A'})
    revision.get(list, null)
    revision.get(body, 'a')
    revision.get(list, null)
    expect(revision.ran()).toEqual(['title "a"', 'list null', 'body "a"'])
  })

  test('has an answer that no one can change', () => {
    const record = defineQuery('record', () => ({terms: [{name: 'rust'}]}))
    const revision = openRevision([record], noInputs, noTraces)
    const [term] = revision.get(record, null).terms
    expect(() => Object.assign(term ?? {}, {name: 'C'})).toThrow('read only')
  })

  test('that reads itself is a cycle', () => {
    const self: Query<string, string> = {
      name: 'self',
      held: 'revision',
      run: ({read}, name) => read(self, name)
    }
    const revision = openRevision([self], noInputs, noTraces)
    expect(() => revision.get(self, 'x')).toThrow('Queries read each other in a circle: self "x" → self "x"')
  })

  test('that reads behind the back of the graph is found out', () => {
    let hidden = 0
    const sly = defineQuery('sly', (): number => hidden++)
    const first = openRevision([sly], noInputs, noTraces)
    first.get(sly, null)
    const second = openRevision([sly], noInputs, first.traces())
    expect(() => second.get(sly, null)).toThrow('`sly null` gave another answer for equal reads')
  })
})

describe('what ran in another revision of the same inputs', () => {
  const before: State = {a: 'A\n1', b: 'B\n2'}
  const after: State = {a: 'A\n1', b: 'C\n2', c: ''}
  const past = (): Traces => {
    const revision = revisionOf(before)
    settleAll(revision, before)
    return revision.traces()
  }

  test('is taken over with reads, reports and stored answers, and runs no more', () => {
    const [other, own, alone] = [
      revisionOf(after, past()),
      revisionOf(after, past()),
      revisionOf(after, past())
    ]
    settleAll(other, after)
    settleAll(alone, after)
    own.adopt(decodeTraces(encodeTraces(other.ranSince())))
    settleAll(own, after)
    expect(own.ran()).toEqual([])
    expect(own.get(title, 'b')).toBe('C')
    const [adopted, expected] = [own.traces(), alone.traces()]
    const keys = keysOf(expected)
    for (const key of keys) expect(traceOf(adopted, key)).toEqual(traceOf(expected, key))
    expect(keyCount(adopted.keys)).toBe(keyCount(expected.keys))
    expect(diagnosticsOf(adopted)).toEqual(diagnosticsOf(expected))
  })

  test('may be a part: what it lacks runs here', () => {
    const [other, own] = [revisionOf(after), revisionOf(after)]
    other.hash(body, 'b')
    own.hash(body, 'a')
    own.adopt(other.ranSince())
    settleAll(own, after)
    expect(own.ran().filter((key) => key.startsWith('body'))).toEqual(['body "a"', 'body "c"'])
  })

  test('is told once, and what it read and was told before has no hash again', () => {
    const [other, own] = [revisionOf(after), revisionOf(after)]
    other.hash(title, 'a')
    own.adopt(other.ranSince())
    other.hash(body, 'a')
    const told = other.ranSince()
    own.adopt(told)
    expect(keysOf(told).filter((key) => traceOf(told, key)?.hash !== '')).toEqual(['body "a"'])
    expect(other.ranSince().keys.queries).toEqual([])
    settleAll(own, after)
    expect(own.ran()).not.toContain('body "a"')
    expect(own.ran()).not.toContain('title "a"')
  })

  test('is taken over where what it read was not: that is found here', () => {
    const [other, own, alone] = [revisionOf(after), revisionOf(after), revisionOf(after)]
    other.hash(title, 'a')
    other.ranSince()
    other.hash(body, 'a')
    own.adopt(other.ranSince())
    own.hash(body, 'a')
    alone.hash(body, 'a')
    expect(own.ran()).toEqual(['title "a"'])
    const expected = alone.traces()
    for (const key of keysOf(expected)) expect(traceOf(own.traces(), key)).toEqual(traceOf(expected, key))
  })

  test('holds without running, as does what verifies', () => {
    const revision = revisionOf(after, past())
    expect([revision.holds(body, 'a'), revision.holds(body, 'b'), revision.holds(body, 'c')]).toEqual([
      true,
      false,
      false
    ])
    expect(revision.ran()).toEqual(['title "b"'])
  })

  test('does not hold where a query would have to run whose answer passes, and that is not run to tell', () => {
    const shout = definePassingQuery(
      'shout',
      ({read}, name: string): string => read(body, name).toUpperCase(),
      hashText
    )
    const state = {texts: ['A\n1', 'B\n2']}
    const open = (traces: Traces): Revision =>
      openRevision(
        [text, title, body, shout],
        (_, name) => {
          const value = state.texts[Number(name)]
          return value === undefined ? undefined : {hash: hashData(value), value}
        },
        traces
      )
    const first = open(noTraces)
    for (const name of ['0', '1']) first.hash(shout, name)
    state.texts = ['A\n1', 'B\n3']
    const second = open(first.traces())
    expect([second.holds(shout, '0'), second.holds(shout, '1')]).toEqual([true, false])
    expect(second.ran()).toEqual(['title "1"'])
    expect(second.get(shout, '1')).toBe('B|B\n3')
  })
})

describe('what throws', () => {
  const fragile = definePassingQuery(
    'fragile',
    ({read}, name: string): string => {
      const value = read(text, name)
      if (value === 'bad') throw new Error('lost')
      return value ?? ''
    },
    hashText
  )

  test('has no trace, so that it runs again', () => {
    const inputs = (): Input => ({hash: 'same', value: value()})
    let current = 'bad'
    const value = (): string => current
    const first = openRevision([text, fragile], inputs, noTraces)
    expect(() => first.hash(fragile, 'a')).toThrow('lost')
    current = 'good'
    const second = openRevision([text, fragile], inputs, first.traces())
    expect(second.get(fragile, 'a')).toBe('good')
  })
})

test('reported are the diagnostics of what ran and of what stands', () => {
  const first = revisionOf({a: '', b: 'B'})
  settleAll(first, {a: '', b: 'B'})
  expect(first.reported().map(({file}) => file)).toEqual(['a'])
  const second = revisionOf({a: '', b: ''}, first.traces())
  expect(second.reported().map(({file}) => file)).toEqual(['a'])
  settleAll(second, {a: '', b: ''})
  expect(second.reported().map(({file}) => file)).toEqual(['a', 'b'])
  const third = revisionOf({a: 'A', b: ''}, second.traces())
  settleAll(third, {a: 'A', b: ''})
  expect(third.reported().map(({file}) => file)).toEqual(['b'])
})

test('what was reported before is unsettled until it is asked for again, where a change may reach it', () => {
  const first = revisionOf({a: '', b: ''})
  settleAll(first, {a: '', b: ''})
  const second = revisionOf({a: 'A', b: ''}, first.traces())
  expect([second.reported(), second.unsettled()].map((all) => all.map(({file}) => file))).toEqual([
    ['b'],
    ['a']
  ])
  settleAll(second, {a: 'A', b: ''})
  expect(second.unsettled()).toEqual([])
})

test('an answer that is handed on as it was read is hashed once', () => {
  let hashed = 0
  const answer = {
    toJSON() {
      hashed++
      return 'answer'
    }
  }
  const made = defineQuery('made', () => answer)
  const handedOn = defineQuery('handedOn', ({read}) => read(made, null))
  const copied = defineQuery('copied', ({read}) => ({...read(made, null)}))
  const revision = openRevision([made, handedOn, copied], noInputs, noTraces)
  expect(revision.hash(handedOn, null)).toBe(revision.hash(made, null))
  expect(hashed).toBe(1)
  expect(revision.hash(copied, null)).toBe(revision.hash(made, null))
  expect(hashed).toBe(2)
})

describe('traces that keep what nobody asks for', () => {
  test('hold what no change reaches, without running it again', () => {
    const first = revisionOf({a: 'A', b: 'B'})
    settleAll(first, {a: 'A', b: 'B'})
    const second = revisionOf({a: 'A', b: 'B\nmore'}, first.traces())
    second.hash(body, 'b')
    const third = revisionOf({a: 'A', b: 'B\nmore'}, second.traces('all'))
    settleAll(third, {a: 'A', b: 'B\nmore'})
    // The change has reached it, and nobody has asked what came of that.
    expect(third.ran()).toEqual(['list null'])
    const pruned = revisionOf({a: 'A', b: 'B\nmore'}, second.traces())
    settleAll(pruned, {a: 'A', b: 'B\nmore'})
    expect(pruned.ran()).toContain('body "a"')
  })

  test('know nothing of what a change has reached', () => {
    const first = revisionOf({a: '', b: 'B'})
    settleAll(first, {a: '', b: 'B'})
    const second = revisionOf({a: 'A', b: 'B'}, first.traces())
    second.hash(body, 'b')
    const traces = decodeTraces(encodeTraces(second.traces('all')))
    expect([diagnosticsOf(traces), traceOf(traces, 'body "a"')?.hash]).toEqual([[], ''])
    const third = revisionOf({a: 'A', b: 'B'}, traces)
    expect([third.get(body, 'a'), third.get(list, null)]).toEqual(['A|A', 'A,B'])
  })

  test('give what a clean build gives, whatever is asked for between changes', () => {
    const pick = randomNumbers(7)
    let state: State = {a: 'A', b: 'B', c: '', d: 'D'}
    let traces = noTraces
    for (let step = 0; step < 300; step++) {
      const name = 'abcd'[pick(4)] ?? 'a'
      state = {...state, [name]: ['', 'A', 'B', 'B\nmore', 'C\nmore'][pick(5)] ?? ''}
      const revision = revisionOf(state, traces)
      const clean = revisionOf(state)
      for (const asked of Object.keys(state).filter(() => pick(3) === 0)) {
        expect(revision.get(body, asked)).toBe(clean.get(body, asked))
        expect(revision.hash(title, asked)).toBe(clean.hash(title, asked))
      }
      if (pick(3) === 0) expect(revision.get(list, null)).toBe(clean.get(list, null))
      traces = revision.traces('all')
    }
  })
})

/** Numbers below a limit that look random and are the same each time. */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * limit)
  }
}

test('a hash that is read is a dependency, of which the value need not be made', () => {
  const before: State = {a: 'A\nold', b: 'B'}
  const first = revisionOf(before)
  const hashes = first.get(bodyHashes, null)
  const same = revisionOf({...before}, first.traces())
  expect(same.get(bodyHashes, null)).toBe(hashes)
  expect(same.ran()).toEqual([])
  const second = revisionOf({...before, a: 'A\nnew'}, first.traces())
  expect(second.get(bodyHashes, null)).not.toBe(hashes)
  expect(second.get(bodyHashes, null)).toBe(revisionOf({...before, a: 'A\nnew'}).get(bodyHashes, null))
  expect(second.ran()).toEqual([keyOf(title, 'a'), keyOf(body, 'a'), keyOf(bodyHashes, null)])
})
