import {expect, test} from 'vitest'
import {compileText, htmlOf} from './compile-text.ts'

test.each([
  ['en-GB', 'Footnotes', 'Back to reference 1', 'Back to reference 1-2'],
  ['de-CH', 'Fußnoten', 'Zurück zu Verweis 1', 'Zurück zu Verweis 1-2'],
  ['ja', 'Footnotes', 'Back to reference 1', 'Back to reference 1-2']
])('footnotes speak the language of the site: %s', async (language, heading, back, backAgain) => {
  const {value} = await compileText('a[^1] b[^1]\n\n[^1]: c\n', {language})
  const html = htmlOf(value.body)
  expect(html).toContain(`<h2 class="sr-only" id="footnote-label">${heading}</h2>`)
  expect(html).toContain(`aria-label="${back}"`)
  expect(html).toContain(`aria-label="${backAgain}"`)
})
