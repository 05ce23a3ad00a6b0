import {expect, test} from 'vitest'
import {toMarkdownOptions} from '#src/config/to-markdown-options.ts'
import {splitFrontMatter} from '#src/content/split-front-matter.ts'
import {createCompiler} from '#src/markdown/create-compiler.ts'
import type {Prose} from '#src/model/related.ts'
import type {SourcePath} from '#src/model/source.ts'

async function checkProse(text: string, expected: Partial<Prose>): Promise<void> {
  for (const parser of ['native', 'remark'] as const) {
    const source = {path: 'content/a.md' as SourcePath, text}
    const compile = createCompiler(toMarkdownOptions({markdown: {parser}}))
    const {value} = await compile(source, splitFrontMatter(source).value)
    expect(value.prose).toEqual({body: '', links: '', code: '', ...expected})
  }
}

test('text is body, blocks of code are not, and headings are neither', async () => {
  await checkProse('# One\n\nTwo *three*\nfour `five`.\n\n- six\n\n~~~js\nseven\n~~~\n', {
    body: 'Two three four five.\nsix',
    code: 'seven'
  })
})

test('a sentence that links to the site stands apart, and the others around it do not', async () => {
  await checkProse('One. See [two](/b/) (three). Four? [Five](https://example.org/), [six](#seven).\n', {
    body: 'One.\nFour?\nFive, six.',
    links: 'See two (three).'
  })
})

test('links by reference and in raw HTML are such links', async () => {
  await checkProse('[One][a]. Two.\n\n<a href="b.md">Three</a>. Four.\n\n[a]: b.md\n', {
    body: 'Two.\nFour.',
    links: 'One.\nThree.'
  })
})

test('an abbreviation within a number or name ends no sentence', async () => {
  await checkProse('Node.js 20.19 [works](/a/) here.\n', {links: 'Node.js 20.19 works here.'})
})

test('Chinese sentences need no space between them', async () => {
  await checkProse('一。[二](/a/)。三。\n', {body: '一。\n三。', links: '二。'})
})

test('cells of tables are blocks', async () => {
  await checkProse('| a | b |\n|---|---|\n| c | d |\n', {body: 'a\nb\nc\nd'})
})

test('what a site does not ask for is not kept', async () => {
  const source = {path: 'content/a.md' as SourcePath, text: 'One.\n'}
  const {value} = await createCompiler(toMarkdownOptions({related: false}))(
    source,
    splitFrontMatter(source).value
  )
  expect(value).not.toHaveProperty('prose')
})
