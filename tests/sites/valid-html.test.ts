import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {HtmlValidate, StaticConfigLoader} from 'html-validate'
import {expect, test} from 'vitest'

/** The project's own site, as it was built. */
const site = join(import.meta.dirname, '../../dist')

/** All rules but those of style, on which our printer of HTML has its own mind. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:recommended'],
    rules: {'doctype-style': 'off', 'void-style': 'off', 'no-trailing-whitespace': 'off'}
  })
)

test('what is wrong in HTML is found', async () => {
  expect(await problemsIn('<!doctype html>\n<p><div>x</div></p>')).not.toEqual([])
})

test('every page of the site is valid HTML', async () => {
  const pages = readdirSync(site, {recursive: true, encoding: 'utf8'}).filter((path) =>
    path.endsWith('.html')
  )
  expect(pages.length).toBeGreaterThan(20)
  for (const path of pages) {
    expect(await problemsIn(readFileSync(join(site, path), 'utf8')), path).toEqual([])
  }
})

async function problemsIn(html: string): Promise<ReadonlyArray<string>> {
  const {results} = await validator.validateString(html)
  return results.flatMap(({messages}) =>
    messages.map(({line, column, ruleId, message}) => `${line}:${column} ${ruleId}: ${message}`)
  )
}
