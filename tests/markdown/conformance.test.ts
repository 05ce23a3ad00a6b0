import {parseFragment, serialize} from 'parse5'
import {describe, expect, test} from 'vitest'
import {compileText, htmlOf, noFeatures} from './compile-text.ts'
import {commonmarkExamples, gfmExamples, type SpecExample} from './spec-examples.ts'

/** Examples of GFM's specification with another result, each with the reason. */
const gfmDifferences: Readonly<Record<number, string>> = {
  279: 'task lists have GitHub’s classes, which the specification leaves out',
  280: 'task lists have GitHub’s classes, which the specification leaves out',
  611: 'a bare address in the text is a link',
  615: 'a bare address in the text is a link',
  617: 'a bare address in the text is a link',
  620: 'a bare address in the text is a link',
  621: 'a bare address in the text is a link',
  633: 'what stands before a bare mail address, `mailto:` or `xmpp:`, is no part of its link',
  634: 'what stands before a bare mail address, `mailto:` or `xmpp:`, is no part of its link',
  635: 'what stands before a bare mail address, `mailto:` or `xmpp:`, is no part of its link',
  649: 'comments follow CommonMark 0.31, not 0.29',
  650: 'comments follow CommonMark 0.31, not 0.29',
  657: 'the tag filter is not applied: the policy for raw HTML is the site’s'
}

for (const parser of ['native', 'remark'] as const) {
  describe(`the ${parser} parser`, () => {
    test('compiles the 652 examples of CommonMark as specified', async () => {
      expect(commonmarkExamples).toHaveLength(652)
      expect(await differing(commonmarkExamples, {parser, gfm: false, features: noFeatures})).toEqual([])
    })

    test('compiles the 677 examples of GFM as specified, but for the known ones', async () => {
      expect(gfmExamples).toHaveLength(677)
      expect(await differing(gfmExamples, {parser, gfm: true, features: noFeatures})).toEqual(
        Object.keys(gfmDifferences).map(Number)
      )
    })
  })
}

test.each(['escape', 'sanitize'] as const)(
  'every example compiles without exception under `%s`',
  async (html) => {
    for (const {markdown} of [...commonmarkExamples, ...gfmExamples]) {
      const {value} = await compileText(markdown, {html})
      expect(value.body.chunks).toHaveLength(value.body.slots.length + 1)
    }
  }
)

async function differing(
  examples: ReadonlyArray<SpecExample>,
  options: Parameters<typeof compileText>[1]
): Promise<ReadonlyArray<number>> {
  const numbers: Array<number> = []
  for (const {number, markdown, html} of examples) {
    const {value} = await compileText(markdown, options)
    // Galley leaves out the line end after the last block, which is content where an element was not closed.
    const expected = [html, html.trimEnd()].map(normalize)
    if (!expected.includes(normalize(htmlOf(value.body)))) numbers.push(number)
  }
  return numbers
}

/**
 * As a browser reads it, without what does not matter: blanks around all blocks, blanks between classes (hast
 * has a list), and the ids of headings, which the specification lacks.
 */
function normalize(html: string): string {
  return serialize(parseFragment(html))
    .replace(/<(h[1-6]) id="[^"]*"/g, '<$1')
    .replace(/ class="[^"]*"/g, (attribute) => attribute.replace(/\s+/g, ' '))
    .trim()
}
