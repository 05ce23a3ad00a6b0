import {expect, test} from 'vitest'
import {buildStats, type MeasuredBuild} from '#src/cli/build-stats.ts'
import {formatTime, statsText} from '#src/cli/stats-text.ts'
import {traceEvents} from '#src/cli/trace-events.ts'
import type {Span} from '#src/model/recorder.ts'

const megabyte = 2 ** 20

function span(category: Span['category'], name: string, [start, end]: readonly [number, number]): Span {
  return {category, name, start, duration: end - start, thread: 'main'}
}

const spans: ReadonlyArray<Span> = [
  {...span('stage', 'start', [0, 100]), args: {memoryBytes: 50 * megabyte}},
  {...span('stage', 'read', [100, 140]), args: {memoryBytes: 60 * megabyte}},
  {...span('stage', 'configuration and templates', [110, 160]), thread: 'configuration and templates'},
  {...span('stage', 'compile', [200, 300]), args: {known: 1, read: 3, found: 1, compiled: 2}},
  {...span('article', 'content/a.md', [210, 260]), thread: 'compile 1'},
  {...span('thread', 'load parser', [212, 215]), thread: 'compile 1'},
  {...span('plugin', 'remarkToc', [220, 222.5]), thread: 'compile 1', args: {article: 'content/a.md'}},
  {...span('plugin', 'remarkToc', [230, 230.5]), thread: 'compile 1', args: {article: 'content/a.md'}},
  {...span('article', 'content/b.md', [211, 291]), thread: 'compile 2'},
  span('stage', 'render', [300, 400]),
  {...span('page', '/b/', [310, 320]), args: {kind: 'page', template: 'article'}},
  {...span('page', '/a/', [320, 350]), args: {kind: 'page', template: 'article'}},
  {...span('page', '/feed.xml', [350, 351]), args: {kind: 'feed'}},
  {...span('garbage', 'minor', [330, 340]), thread: 'garbage collection in main'}
]

const measured: MeasuredBuild = {
  result: {
    diagnostics: [],
    isWritten: true,
    pageCount: 3,
    documentCount: 3,
    articleCount: 3,
    heldBack: {draft: 0, future: 0, expired: 0},
    rendered: [],
    created: 2,
    updated: 1,
    removed: 0,
    kept: 1
  },
  start: 100,
  durationMs: 320,
  peakMemoryBytes: 80 * megabyte,
  spans
}

test('tables tell stages, counts, the slowest, and totals', () => {
  expect(statsText(buildStats(measured), (heading) => heading)).toBe(`\
Stage                                Time  Share  Memory
start                              100 ms          50 MB
read                              40.0 ms   13 %   60 MB
configuration and templates       50.0 ms   16 %
compile                            100 ms   31 %
render                             100 ms   31 %
other                             60.0 ms   19 %
garbage collection, within these  10.0 ms    3 %
most memory at once                                80 MB

Counts
sources  1 not opened, 3 read, 1 found in the store, 2 compiled
pages    2 rendered, 1 known
files    3 written, 0 removed, 1 kept
threads  2 compiling, 1 rendering

Slowest articles     Time
content/b.md      80.0 ms
content/a.md      47.0 ms

Slowest pages     Time  Template
/a/            30.0 ms  article
/b/            10.0 ms  article
/feed.xml       1.0 ms  (feed)

Template  Pages    Total     Mean
article       2  40.0 ms  20.0 ms
(feed)        1   1.0 ms   1.0 ms

Plugin     Articles   Total    Mean
remarkToc         2  3.0 ms  1.5 ms
`)
})

test('a table without rows is left out, and of many the slowest five are shown', () => {
  const articles = Array.from({length: 9}, (_, number) => span('article', `${number}.md`, [0, number]))
  const text = statsText(buildStats({...measured, spans: articles}), (heading) => heading)
  expect(text).not.toContain('Slowest pages')
  expect(text.match(/^\d\.md/gm)).toEqual(['8.md', '7.md', '6.md', '5.md', '4.md'])
})

test.each([
  [0.04, '0.04 ms'],
  [0.996, '1.0 ms'],
  [9.96, '10.0 ms'],
  [99.94, '99.9 ms'],
  [99.96, '100 ms'],
  [1400, '1.4 s']
])('%d milliseconds are %s', (time, text) => {
  expect(formatTime(time)).toBe(text)
})

test('a trace has a row for each thread, and times from the first span on', () => {
  const moved = spans.map((one) => ({...one, start: one.start + 1e12}))
  const {traceEvents: events} = JSON.parse(traceEvents(moved))
  const named = events.filter(({name}: {name: string}) => name === 'thread_name')
  expect(named.map(({args}: {args: {name: string}}) => args.name)).toEqual([
    'main',
    'configuration and templates',
    'compile 1',
    'compile 2',
    'garbage collection in main'
  ])
  expect(events).toContainEqual({
    name: 'remarkToc',
    cat: 'plugin',
    ph: 'X',
    pid: 1,
    tid: 3,
    ts: 220_000,
    dur: 2500,
    args: {article: 'content/a.md'}
  })
  expect(events).toContainEqual({
    name: 'memory',
    ph: 'C',
    pid: 1,
    tid: 0,
    ts: 140_000,
    args: {bytes: 60 * megabyte}
  })
})

test('a trace of nothing is one too', () => {
  expect(JSON.parse(traceEvents([])).traceEvents).toHaveLength(1)
})
