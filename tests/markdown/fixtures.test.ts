import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {defaultFeatures, type HtmlPolicy, type MarkdownFeatures} from '#src/model/markdown-options.ts'
import {compileText, showDiagnostics, showSlots} from './compile-text.ts'

const folder = join(import.meta.dirname, 'fixtures')

/**
 * A case is a folder: `input.md`, and what comes of it in `output.html` and `diagnostics.txt`; also `excerpt.html` and
 * `facts.json` where its name starts with `excerpt` or `facts`. A name that starts with `escape` or `sanitize` sets the
 * policy for raw HTML; `features.json` switches features on. Missing files (outside of CI), and all with UPDATE=1, are written.
 */
test.each(readdirSync(folder).sort())('%s', async (name) => {
  const input = readFileSync(join(folder, name, 'input.md'), 'utf8')
  const {value, diagnostics} = await compileText(input, {html: policyOf(name), features: featuresOf(name)})
  check(name, 'output.html', `${showSlots(value.body)}\n`)
  check(name, 'diagnostics.txt', showDiagnostics(diagnostics))
  if (name.startsWith('excerpt')) check(name, 'excerpt.html', `${showSlots(value.excerpt)}\n`)
  if (name.startsWith('facts')) check(name, 'facts.json', `${JSON.stringify(value.facts, undefined, 2)}\n`)
})

function policyOf(name: string): HtmlPolicy {
  if (name.startsWith('escape')) return 'escape'
  return name.startsWith('sanitize') ? 'sanitize' : 'keep'
}

function featuresOf(name: string): MarkdownFeatures {
  const path = join(folder, name, 'features.json')
  return existsSync(path) ? {...defaultFeatures, ...JSON.parse(readFileSync(path, 'utf8'))} : defaultFeatures
}

function check(name: string, file: string, actual: string): void {
  const path = join(folder, name, file)
  const isWritten = process.env['UPDATE'] === '1' || (!existsSync(path) && process.env['CI'] === undefined)
  if (isWritten) writeFileSync(path, actual)
  expect(actual).toBe(readFileSync(path, 'utf8'))
}
