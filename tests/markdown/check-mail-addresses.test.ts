import {expect, test} from 'vitest'
import {compileText, showDiagnostics} from './compile-text.ts'

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
