import {expect, test} from 'vitest'
import {type DevReport, openDevReport} from '#src/cli/dev-report.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {printingTerminal} from './printing-terminal.ts'

const broken: Diagnostic = {
  code: 'test/broken',
  severity: 'error',
  reason: 'Expected a value, found none',
  file: 'content/a.md',
  place: {line: 1, column: 2, endLine: 1, endColumn: 3}
}
const other: Diagnostic = {
  code: 'test/other',
  severity: 'warning',
  reason: 'Expected more',
  file: 'content/b.md'
}

test('each diagnostic is printed once, and again when it comes back', async () => {
  const {report, printed} = openReport()
  report.onDiagnostics([broken])
  expect(await printed()).toBe(
    '\ncontent/a.md:1:2: error Expected a value, found none  test/broken\n> 1 | text\n    |  ^\n\n'
  )
  report.onDiagnostics([broken, other])
  expect(await printed()).toBe('\ncontent/b.md: warning Expected more  test/other\n\n')
  report.onDiagnostics([broken, other])
  expect(await printed()).toBe('')
  report.onDiagnostics([other])
  expect(await printed()).toBe('All errors are mended\n')
  report.onDiagnostics([])
  expect(await printed()).toBe('')
  report.onDiagnostics([broken])
  expect(await printed()).toContain('test/broken')
})

test.each([
  [[], 'files changed: up to date in 12 ms\n'],
  [['content/a.md'], 'content/a.md changed: up to date in 12 ms\n'],
  [['a', 'b', 'c', 'd'], 'a, b and 2 more changed: up to date in 12 ms\n']
])('a change of %j', async (files, expected) => {
  const {report, printed} = openReport()
  report.onRenewed({files, durationMs: 12.3})
  expect(await printed()).toBe(expected)
})

test('each address is on a line of its own', async () => {
  const {report, printed} = openReport()
  report.onReady({url: 'http://localhost:4321/', networkUrls: ['http://10.0.0.5:4321/']}, 1234)
  expect(await printed()).toBe('http://localhost:4321/\nhttp://10.0.0.5:4321/\nready in 1.2 s\n')
})

test('a port that was taken is named above the address', async () => {
  const {report, printed} = openReport()
  report.onReady({url: 'http://localhost:4322/', networkUrls: [], takenPort: 4321}, 1234)
  expect(await printed()).toBe(
    'Port 4321 is taken: the next that is free is used\nhttp://localhost:4322/\nready in 1.2 s\n'
  )
})

function openReport(): {readonly report: DevReport; readonly printed: () => Promise<string>} {
  const {terminal, printed} = printingTerminal()
  const report = openDevReport(terminal, {read: async () => new TextEncoder().encode('text\n')})
  let seen = 0
  return {
    report,
    async printed() {
      await new Promise(setImmediate)
      const found = printed().slice(seen)
      seen += found.length
      return found
    }
  }
}
