import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {type CompilerOptions, createCompiler, type MarkdownCompiler} from '#src/markdown/create-compiler.ts'
import {hideShortcodes} from '#src/markdown/shortcodes/hide-shortcodes.ts'
import {defaultFeatures} from '#src/model/markdown-options.ts'
import {runsOf, sequenceLimits} from '../incremental/runs.ts'
import {arbitraryDirectives} from './arbitrary-directives.ts'
import {arbitraryShortcodes} from './arbitrary-shortcodes.ts'
import {articleIncluding, blockOf, sourcePath, testOptions} from './compile-text.ts'
import {articles, commonmarkExamples, gfmExamples, type SpecExample} from './spec-examples.ts'

/** `GALLEY_DIRECTIVE_RUNS` sets how many texts are tried. */
const runs = runsOf('GALLEY_DIRECTIVE_RUNS', 300)

/** Examples whose HTML, facts or diagnostics differ between the parsers, with the cause. */
const knownDifferences: {readonly [Set in 'commonmark' | 'gfm']: Readonly<Record<number, string>>} = {
  commonmark: {},
  gfm: {634: 'a mail address behind a slash is a link for the reference alone'}
}

describe.each([true, false])('both parsers agree, with gfm: %s', (gfm) => {
  const compilers = createPair({gfm})
  const withoutDirectives = createPair({gfm, features: {...defaultFeatures, directives: false}})

  test('on the examples of CommonMark', async () => {
    expect(await differing(commonmarkExamples, compilers)).toEqual(numbersOf(knownDifferences.commonmark))
  })

  test('on the examples of CommonMark, included', async () => {
    for (const {markdown} of commonmarkExamples) {
      const source = articleIncluding(markdown)
      const [native, remark] = await Promise.all(compilers.map((compile) => compile(source, blockOf(''))))
      expect(native, markdown).toEqual(remark)
    }
  })

  test('on the examples of GFM', async () => {
    expect(await differing(gfmExamples, compilers)).toEqual(numbersOf(gfm ? knownDifferences.gfm : {}))
  })

  test('on the fixtures of this folder', async () => {
    const folder = join(import.meta.dirname, 'fixtures')
    for (const name of readdirSync(folder).sort()) {
      const text = readFileSync(join(folder, name, 'input.md'), 'utf8')
      const [native, remark] = await compileBoth(text, compilers)
      expect(native, name).toEqual(remark)
    }
  })

  test('on directives of all kinds', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDirectives, async (text) => {
        const [nativePlain, remarkPlain] = await compileBoth(text, withoutDirectives)
        // The parsers differ in tables that follow each other within a paragraph, which is no matter of directives.
        fc.pre(isDeepStrictEqual(nativePlain, remarkPlain))
        const [native, remark] = await compileBoth(text, compilers)
        expect(native).toEqual(remark)
        const article = articleIncluding(text)
        const included = await Promise.all(compilers.map((compile) => compile(article, blockOf(''))))
        expect(included[0]).toEqual(included[1])
      }),
      sequenceLimits(runs)
    )
  })

  test('on shortcodes of all kinds, of which nothing hidden is left', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryShortcodes, async (text) => {
        // What the parsers read differently with words in the place of shortcodes is no matter of them.
        const words = (hideShortcodes(text, 0)?.text ?? text).replaceAll(/[\uFDD0-\uFDEF]/g, 'x')
        const [nativePlain, remarkPlain] = await compileBoth(words, compilers)
        fc.pre(isDeepStrictEqual(nativePlain, remarkPlain))
        const [native, remark] = await compileBoth(text, compilers)
        expect(native).toEqual(remark)
        expect(JSON.stringify(native)).not.toMatch(/[\uFDD0-\uFDEF]/)
      }),
      sequenceLimits(runs)
    )
  })

  test.skipIf(articles.length === 0)('on real articles (skipped where there are none)', async () => {
    for (const {path, text} of articles) {
      const [native, remark] = await compileBoth(text, compilers)
      expect(native, path).toEqual(remark)
    }
  })
})

function createPair(options: Partial<CompilerOptions>): readonly [MarkdownCompiler, MarkdownCompiler] {
  return [
    createCompiler(testOptions({...options, parser: 'native'})),
    createCompiler(testOptions({...options, parser: 'remark'}))
  ]
}

async function compileBoth(
  text: string,
  [native, remark]: readonly [MarkdownCompiler, MarkdownCompiler]
): Promise<readonly [unknown, unknown]> {
  const source = {path: sourcePath('a.md'), text}
  return [await native(source, blockOf(text)), await remark(source, blockOf(text))]
}

async function differing(
  examples: ReadonlyArray<SpecExample>,
  compilers: readonly [MarkdownCompiler, MarkdownCompiler]
): Promise<ReadonlyArray<number>> {
  const numbers: Array<number> = []
  for (const {number, markdown} of examples) {
    const source = {path: sourcePath('a.md'), text: markdown}
    const block = {format: 'none', bodyOffset: 0} as const
    const [native, remark] = await Promise.all(compilers.map((compile) => compile(source, block)))
    if (JSON.stringify(native) !== JSON.stringify(remark)) numbers.push(number)
  }
  return numbers
}

function numbersOf(differences: Readonly<Record<number, string>>): ReadonlyArray<number> {
  return Object.keys(differences).map(Number)
}
