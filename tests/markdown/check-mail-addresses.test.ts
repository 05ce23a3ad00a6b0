import {describe, expect, test} from 'vitest'
import {defaultFeatures} from '#src/model/markdown-options.ts'
import {compileText, htmlOf, showDiagnostics} from './compile-text.ts'

test.each([
  'mailto:ada',
  'mailto:',
  'mailto:ada@',
  'mailto:ada@example',
  'mailto://ada@example.org',
  'mailto:mailto:ada@example.org',
  'mailto:ada@example.org,',
  'tel:',
  'tel:1',
  'tel:+49-30-CALL',
  'TEL://123'
])('is told of: %s', async (url) => {
  const {diagnostics} = await compileText(`See\n[it](${url})\n`, {})
  expect(showDiagnostics(diagnostics)).toMatch(/^2:1-.* warning markdown\/malformed-address /)
})

test.each([
  'mailto:ada@example.org',
  'mailto:ada@example.org,ben%2Bx@mail.example.org?subject=a@b',
  'MAILTO:ada+news@bücher.example',
  'mailto:?subject=Hello',
  'tel:+49-30-1234567',
  'tel:(030)%20123;ext=12',
  'tel:*100%23',
  'sms:x'
])('is right: %s', async (url) => {
  const {diagnostics} = await compileText(
    `[it](${url}) ada@example.org <ben@example.org>\n\n[x]: ${url}\n`,
    {}
  )
  expect(showDiagnostics(diagnostics)).toBe('')
})

describe('an address behind its scheme', () => {
  test.each([
    'mailto:a@b.c',
    'mailto:ada.l@b.c.',
    'see xmpp:ada@b.c/x, mailto:x+y@b.c',
    '8:am mailto:a1@b.c, and so *on mailto:z@b.c*',
    '[mailto:a@b.c](x)',
    'mailto:1a@b.c',
    'mailto:ada, smailto:a@b.c'
  ])('is the link that it is where there are no directives: %s', async (text) => {
    for (const parser of ['native', 'remark'] as const) {
      const [html, expected] = await Promise.all(
        [true, false].map(async (directives) => {
          const {value} = await compileText(text, {parser, features: {...defaultFeatures, directives}})
          return htmlOf(value.body)
        })
      )
      expect(html).toBe(expected)
    }
  })
})
