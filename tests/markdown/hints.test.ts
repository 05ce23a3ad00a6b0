import {expect, test} from 'vitest'
import {defaultFeatures} from '#src/model/markdown-options.ts'
import {compileText} from './compile-text.ts'

/** Hints for a text with formulas between dollars. */
async function hintsOf(text: string): Promise<ReadonlyArray<string | undefined>> {
  const {diagnostics} = await compileText(text, {features: {...defaultFeatures, math: true}})
  return diagnostics.map(({hint}) => hint)
}

test.each(['It costs $5 for you & me$.', '$a, then & b$'])(
  'words between dollars may be prices: %s',
  async (text) => {
    expect(await hintsOf(text)).toEqual(['Write `\\$` for a dollar that starts no formula'])
  }
)

test.each(['$\\foo$', '$x_$', '$$\nab & cd\n$$', '```math\nfor you & me\n```'])(
  'a formula is a formula: %j',
  async (text) => {
    expect(await hintsOf(text)).toEqual([undefined])
  }
)

test.each([
  ['> [!WARN]\n> a', 'WARNING', 'WARN'],
  ['> [!NOTES]\n> a', 'NOTE', 'NOTES'],
  ['> [!imprtant] a', 'IMPORTANT', 'imprtant']
])('%j is nearly a callout', async (text, intended, found) => {
  expect(await hintsOf(text)).toEqual([
    `Did you mean \`[!${intended}]\`? As it is, it is a quote, which \`\\[!${found}]\` says for sure`
  ])
})

test.each(['> [!TODO]\n> a', '> [!QUOTE]', '> [!BUG]', '> [!example]', '> \\[!WARN]', '[!WARN]'])(
  '%j is no callout, and is not reported',
  async (text) => {
    expect(await hintsOf(text)).toEqual([])
  }
)
