import {Readable} from 'node:stream'
import {describe, expect, test} from 'vitest'
import type {Progress} from '#src/build/build.ts'
import {diagnosticStyle} from '#src/cli/colors.ts'
import {openProgressBar, progressLine} from '#src/cli/progress-bar.ts'
import {formatDuration} from '#src/cli/summary.ts'
import {processTerminal, type TerminalProcess} from '#src/cli/terminal.ts'

describe('a terminal', () => {
  const cases: ReadonlyArray<{
    readonly name: string
    readonly env?: TerminalProcess['env']
    /** Which streams are terminals. */
    readonly people: ReadonlyArray<'stdout' | 'stderr'>
    readonly colors: ReadonlyArray<'stdout' | 'stderr'>
    readonly isInteractive: boolean
  }> = [
    {
      name: 'has colors for people',
      people: ['stdout', 'stderr'],
      colors: ['stdout', 'stderr'],
      isInteractive: true
    },
    {name: 'has none in a file', people: ['stderr'], colors: ['stderr'], isInteractive: true},
    {name: 'is plain in a pipe', people: [], colors: [], isInteractive: false},
    {
      name: 'is plain in CI',
      env: {CI: 'true'},
      people: ['stdout', 'stderr'],
      colors: [],
      isInteractive: false
    },
    {
      name: 'is plain when dumb',
      env: {TERM: 'dumb'},
      people: ['stdout', 'stderr'],
      colors: [],
      isInteractive: false
    },
    {
      name: 'obeys NO_COLOR',
      env: {NO_COLOR: '1'},
      people: ['stdout', 'stderr'],
      colors: [],
      isInteractive: true
    },
    {
      name: 'takes an empty NO_COLOR for none',
      env: {NO_COLOR: ''},
      people: ['stdout', 'stderr'],
      colors: ['stdout', 'stderr'],
      isInteractive: true
    },
    {
      name: 'obeys FORCE_COLOR',
      env: {FORCE_COLOR: '1'},
      people: [],
      colors: ['stdout', 'stderr'],
      isInteractive: false
    },
    {
      name: 'obeys FORCE_COLOR in CI',
      env: {FORCE_COLOR: '1', CI: 'true'},
      people: [],
      colors: ['stdout', 'stderr'],
      isInteractive: false
    },
    {
      name: 'obeys FORCE_COLOR=0',
      env: {FORCE_COLOR: '0'},
      people: ['stderr'],
      colors: [],
      isInteractive: true
    },
    {
      name: 'lets NO_COLOR win',
      env: {FORCE_COLOR: '1', NO_COLOR: '1'},
      people: ['stderr'],
      colors: [],
      isInteractive: true
    }
  ]
  test.each(cases)('$name', ({env = {}, people, colors, isInteractive}) => {
    const stream = (name: 'stdout' | 'stderr') => ({
      isTTY: people.includes(name),
      write: () => true,
      on: () => {}
    })
    let looks = 0
    const terminal = processTerminal({
      env,
      stdout: stream('stdout'),
      stderr: stream('stderr'),
      get stdin() {
        looks++
        return Object.assign(Readable.from([]), {isTTY: true})
      }
    })
    expect((['stdout', 'stderr'] as const).filter((name) => terminal[name].hasColors)).toEqual(colors)
    expect(terminal.stderr.isInteractive).toBe(isInteractive)
    // Node makes a stream when it is looked at.
    expect([looks, terminal.ask !== undefined]).toEqual(isInteractive ? [1, true] : [0, false])
  })
})

test('diagnostics are colored where there are colors', () => {
  const write = () => undefined
  const severity = (hasColors: boolean) => diagnosticStyle({hasColors, write}).severity.error('error')
  expect([severity(true), severity(false)]).toEqual(['\u001B[1m\u001B[31merror\u001B[39m\u001B[22m', 'error'])
})

describe('a progress line', () => {
  const cases: ReadonlyArray<readonly [progress: Progress, columns: number, line: string]> = [
    [{stage: 'compile', done: 0, total: 4}, 30, 'compile ░░░░░░░░░░░░░░░░░ 0/4'],
    [{stage: 'compile', done: 2, total: 4}, 29, 'compile ████████░░░░░░░░ 2/4'],
    [{stage: 'write', done: 4, total: 4}, 200, `write   ${'█'.repeat(40)} 4/4`],
    [{stage: 'write', done: 0, total: 0}, 23, 'write   ██████████ 0/0'],
    [{stage: 'render', done: 12, total: 203}, 16, 'render   12/203'],
    [{stage: 'render', done: 12, total: 203}, 9, 'render  ']
  ]
  test.each(cases)('%o in %i columns', (progress, columns, line) => {
    expect(progressLine(progress, columns)).toBe(line)
    expect(line.length).toBeLessThan(columns)
  })
})

describe('a progress bar', () => {
  const cases: ReadonlyArray<{
    readonly name: string
    readonly isInteractive: boolean
    /** When progress is made, in milliseconds from the start. */
    readonly times: ReadonlyArray<number>
    /** Which of them are drawn. */
    readonly drawn: ReadonlyArray<number>
  }> = [
    {name: 'is not drawn in the first second', isInteractive: true, times: [0, 500, 999], drawn: []},
    {
      name: 'is drawn ten times a second at most',
      isInteractive: true,
      times: [999, 1000, 1050, 1099, 1100, 1500, 1599],
      drawn: [1000, 1100, 1500]
    },
    {name: 'is not drawn when nobody is looking', isInteractive: false, times: [2000], drawn: []}
  ]
  test.each(cases)('$name', ({isInteractive, times, drawn}) => {
    const erased = '\r\u001B[2K'
    const clock = {time: 0}
    const written: Array<string> = []
    const write = (text: string) => {
      written.push(text)
    }
    const stderr = {hasColors: false, isInteractive, columns: () => 9, write}
    const bar = openProgressBar({stderr}, () => clock.time)
    for (const time of times) {
      clock.time = time
      bar.update({stage: 'read', done: time, total: 9999})
    }
    bar.erase()
    bar.erase()
    const lines = drawn.map(() => `${erased}read    `)
    expect(written).toEqual(drawn.length === 0 ? [] : [...lines, erased])
  })
})

test.each([
  [0.4, '0 ms'],
  [340.2, '340 ms'],
  [999.6, '1.0 s'],
  [1400, '1.4 s'],
  [59_949, '59.9 s'],
  [59_950, '1 min 0 s'],
  [125_400, '2 min 5 s']
])('%d ms are %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text)
})
