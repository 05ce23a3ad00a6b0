import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {createCompiler, type MarkdownCompiler} from '#src/markdown/create-compiler.ts'
import {blockOf, sourcePath, testOptions} from './compile-text.ts'
import {articles, commonmarkExamples, gfmExamples, type SpecExample} from './spec-examples.ts'

/** Examples whose HTML, facts or diagnostics differ between the parsers, with the cause. There are none. */
const knownDifferences: {readonly [Set in 'commonmark' | 'gfm']: Readonly<Record<number, string>>} = {
  commonmark: {},
  gfm: {}
}

describe.each([true, false])('both parsers agree, with gfm: %s', (gfm) => {
  const compilers = createPair({gfm})

  test('on the examples of CommonMark', async () => {
    expect(await differing(commonmarkExamples, compilers)).toEqual(numbersOf(knownDifferences.commonmark))
  })

  test.skipIf(gfmExamples.length === 0)(
    'on the examples of GFM (skipped without ../shared/conformance)',
    async () => {
      expect(await differing(gfmExamples, compilers)).toEqual(numbersOf(knownDifferences.gfm))
    }
  )

  test('on the fixtures of this folder', async () => {
    const folder = join(import.meta.dirname, 'fixtures')
    for (const name of readdirSync(folder).sort()) {
      const text = readFileSync(join(folder, name, 'input.md'), 'utf8')
      const [native, remark] = await compileBoth(text, compilers)
      expect(native, name).toEqual(remark)
    }
  })

  test.skipIf(articles.length === 0)('on real articles (skipped without ../shared/corpora)', async () => {
    for (const {path, text} of articles) {
      const [native, remark] = await compileBoth(text, compilers)
      expect(native, path).toEqual(remark)
    }
  })
})

function createPair(options: {readonly gfm: boolean}): readonly [MarkdownCompiler, MarkdownCompiler] {
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
