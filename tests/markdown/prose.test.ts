import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createCompiler, type MarkdownCompiler} from '#src/markdown/create-compiler.ts'
import {runsOf, sequenceLimits} from '../incremental/runs.ts'
import {arbitraryMarkdown} from './arbitrary-markdown.ts'
import {arbitraryProse} from './arbitrary-prose.ts'
import {allFeatures, blockOf, sourcePath, testOptions} from './compile-text.ts'
import {articles, commonmarkExamples, gfmExamples} from './spec-examples.ts'

/** `GALLEY_PROSE_RUNS` sets how many texts are tried. */
const runs = runsOf('GALLEY_PROSE_RUNS', 150)

const direct = createCompiler(testOptions({features: allFeatures}))
const processed = createCompiler(testOptions({features: allFeatures, remarkPlugins: [idle]}))
const reference = createCompiler(testOptions({features: allFeatures, parser: 'remark'}))
const plain = {
  native: createCompiler(testOptions({})),
  remark: createCompiler(testOptions({parser: 'remark'}))
}

describe('with everything switched on, both parsers and both routes agree', () => {
  test('on the examples of both specifications', async () => {
    // Behind a slash a mail address is a link for the reference alone.
    const alike = gfmExamples.filter(({number}) => number !== 634)
    for (const {markdown} of [...commonmarkExamples, ...alike]) await checkAgreement(markdown)
  })

  test('on the fixtures of this folder', async () => {
    const folder = join(import.meta.dirname, 'fixtures')
    for (const name of readdirSync(folder).sort()) {
      await checkAgreement(readFileSync(join(folder, name, 'input.md'), 'utf8'))
    }
  })

  test.skipIf(articles.length === 0)(
    'on real articles (skipped where there are none)',
    async () => {
      for (const {text} of articles) await checkAgreement(text)
    },
    runs.timeoutMs
  )

  test.each([
    ['what the switches change', arbitraryProse],
    ['Markdown of all constructs', arbitraryMarkdown]
  ])(
    'on %s',
    async (_, texts) => {
      await fc.assert(
        fc.asyncProperty(texts, async (text) => {
          // The parsers differ in a few texts that have nothing to do with features.
          fc.pre(isDeepStrictEqual(await compile(plain.native, text), await compile(plain.remark, text)))
          await checkAgreement(text)
        }),
        sequenceLimits(runs)
      )
    },
    runs.timeoutMs
  )
})

async function checkAgreement(text: string): Promise<void> {
  const expected = await compile(reference, text)
  expect(await compile(processed, text)).toStrictEqual(expected)
  expect(await compile(direct, text)).toStrictEqual(expected)
}

function compile(compiler: MarkdownCompiler, text: string): ReturnType<MarkdownCompiler> {
  return compiler({path: sourcePath('a.md'), text}, blockOf(text))
}

/** A plugin that does nothing, but takes the processor. */
function idle(): void {}
