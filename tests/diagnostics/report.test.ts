import {describe, expect, test} from 'vitest'
import {countBySeverity} from '#src/diagnostics/count-by-severity.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {type DiagnosticStyle, formatDiagnostic, plainStyle} from '#src/diagnostics/format-diagnostic.ts'
import {foldDiagnostics, formatReport} from '#src/diagnostics/report.ts'
import {diagnosticToJson} from '#src/diagnostics/to-json.ts'

const misspelled: Diagnostic = {
  code: 'content/unknown-field',
  severity: 'warning',
  reason: 'Expected a known front matter field, found `tilte`',
  file: 'content/hello.md',
  place: {line: 3, column: 1, endLine: 3, endColumn: 6},
  hint: 'Did you mean `title`?'
}

const unreadable: Diagnostic = {
  code: 'read/unreadable',
  severity: 'error',
  reason: 'Expected a file that can be read',
  file: 'content/secret.md'
}

const text = '---\ndate: 2024-01-01\ntilte: Hello\n---\n'

describe('formatDiagnostic', () => {
  const angle = (before: string) => (inner: string) => `<${before} ${inner}>`
  const marking: DiagnosticStyle = {
    file: angle('file'),
    severity: {error: angle('error'), warning: angle('warning'), hint: angle('hint')},
    code: angle('code'),
    frame: {context: angle('context'), marked: angle('marked'), carets: angle('carets')},
    hint: angle('hint')
  }
  const cases: ReadonlyArray<{
    readonly name: string
    readonly style?: DiagnosticStyle
    readonly diagnostic: Diagnostic
    readonly source?: string
    readonly printed: string
  }> = [
    {
      name: 'location, reason, code, frame and hint',
      diagnostic: misspelled,
      source: text,
      printed: `
content/hello.md:3:1: warning Expected a known front matter field, found \`tilte\`  content/unknown-field
  2 | date: 2024-01-01
> 3 | tilte: Hello
    | ^^^^^
  hint: Did you mean \`title\`?`
    },
    {
      name: 'a whole file has neither position nor frame',
      diagnostic: unreadable,
      source: text,
      printed: '\ncontent/secret.md: error Expected a file that can be read  read/unreadable'
    },
    {
      name: 'without the text there is no frame',
      diagnostic: misspelled,
      printed: `
content/hello.md:3:1: warning Expected a known front matter field, found \`tilte\`  content/unknown-field
  hint: Did you mean \`title\`?`
    },
    {
      name: 'of an included file, the line that includes it',
      diagnostic: {...unreadable, includedBy: {file: 'content/hello.md', line: 4}},
      printed: `
content/secret.md: error Expected a file that can be read  read/unreadable
  included by content/hello.md:4`
    },
    {
      name: 'every part has its style',
      style: marking,
      diagnostic: misspelled,
      source: text,
      printed: `
<file content/hello.md:3:1>: <warning warning> Expected a known front matter field, found \`tilte\`  <code content/unknown-field>
<context   2 | date: 2024-01-01>
<marked > 3 | tilte: Hello>
<carets     | ^^^^^>
<hint   hint: Did you mean \`title\`?>`
    },
    {
      name: 'values of the author can neither break the line nor act on the terminal',
      diagnostic: {...unreadable, reason: 'Found `a\n  b\u001B[2J`', file: 'content/\u0007.md'},
      printed: '\ncontent/␇.md: error Found `a b␛[2J`  read/unreadable'
    }
  ]
  test.each(cases)('$name', ({style = plainStyle, diagnostic, source, printed}) => {
    expect(`\n${formatDiagnostic(style, diagnostic, source)}`).toBe(printed)
  })
})

describe('foldDiagnostics', () => {
  const many = (count: number, diagnostic: Diagnostic): ReadonlyArray<Diagnostic> =>
    Array.from({length: count}, (_, index) => ({...diagnostic, file: `content/${index}.md`}))
  const cases: ReadonlyArray<{
    readonly name: string
    readonly diagnostics: ReadonlyArray<Diagnostic>
    readonly folded: ReadonlyArray<string>
  }> = [
    {name: 'nothing', diagnostics: [], folded: []},
    {
      name: 'no more than the limit',
      diagnostics: many(2, misspelled),
      folded: ['content/0.md', 'content/1.md']
    },
    {
      name: 'more than the limit',
      diagnostics: many(7, misspelled),
      folded: ['content/0.md', 'content/1.md +5']
    },
    {
      name: 'each code and severity for itself, ordered by file',
      diagnostics: [
        unreadable,
        ...many(3, misspelled),
        ...many(3, {...misspelled, severity: 'error'}).map((it) => ({...it, file: `z${it.file}`}))
      ],
      folded: ['content/0.md', 'content/1.md +1', 'content/secret.md', 'zcontent/0.md', 'zcontent/1.md +1']
    }
  ]
  test.each(cases)('$name', ({diagnostics, folded}) => {
    const entries = foldDiagnostics(diagnostics, 2)
    const lines = entries.map(
      ({diagnostic, foldedCount}) => diagnostic.file + (foldedCount === 0 ? '' : ` +${foldedCount}`)
    )
    expect(lines).toEqual(folded)
  })
})

test('a report parts its entries by a blank line and tells what is folded', () => {
  const entries = [
    {diagnostic: misspelled, foldedCount: 812},
    {diagnostic: unreadable, foldedCount: 0}
  ]
  expect(
    formatReport(plainStyle, entries, new Map([['content/hello.md', text]]))
  ).toBe(`content/hello.md:3:1: warning Expected a known front matter field, found \`tilte\`  content/unknown-field
  2 | date: 2024-01-01
> 3 | tilte: Hello
    | ^^^^^
  hint: Did you mean \`title\`?

… and 812 more like it (content/unknown-field); --json lists all

content/secret.md: error Expected a file that can be read  read/unreadable
`)
})

test('a report of nothing is empty', () => {
  expect(formatReport(plainStyle, [], new Map())).toBe('')
})

test('severities are counted', () => {
  expect(countBySeverity([misspelled, unreadable, misspelled])).toEqual({error: 1, warning: 2, hint: 0})
})

test('the form for programs is flat and leaves out what is absent', () => {
  const included = {...unreadable, includedBy: {file: 'content/hello.md', line: 4}}
  expect([misspelled, unreadable, included].map(diagnosticToJson)).toEqual([
    {
      code: 'content/unknown-field',
      severity: 'warning',
      reason: 'Expected a known front matter field, found `tilte`',
      file: 'content/hello.md',
      line: 3,
      column: 1,
      endLine: 3,
      endColumn: 6,
      hint: 'Did you mean `title`?'
    },
    {
      code: 'read/unreadable',
      severity: 'error',
      reason: 'Expected a file that can be read',
      file: 'content/secret.md'
    },
    {
      code: 'read/unreadable',
      severity: 'error',
      reason: 'Expected a file that can be read',
      file: 'content/secret.md',
      includedBy: {file: 'content/hello.md', line: 4}
    }
  ])
})
