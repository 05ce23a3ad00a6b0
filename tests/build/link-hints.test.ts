import {expect, test} from 'vitest'
import {buildSite} from './check-build.ts'

const others =
  '-- content/posts/news.md --\n---\ntitle: News\n---\n' +
  '-- content/posts/release-notes.md --\n---\ntitle: Release notes\n---\n' +
  '-- content/posts/my plan.md --\n---\ntitle: My plan\n---\n' +
  '-- content/posts/picture.png --\npng\n-- content/guide/setup.md --\n---\ntitle: Setup\n---\n-- public/img/logo.svg --\n<svg/>\n' +
  '-- content/tour/index.md --\n---\ntitle: Tour\n---\n'

/** The hint of the only broken reference of a text in `content/posts/`. */
async function hintOf(body: string, fields = ''): Promise<string | undefined> {
  const {result} = await buildSite(
    `${others}-- content/posts/own.md --\n---\ntitle: Own\n${fields}---\n${body}\n`,
    {config: {baseUrl: 'https://example.org/'}}
  )
  const found = result.diagnostics.filter(({code}) => code === 'routing/broken-reference')
  expect(found).toHaveLength(1)
  return found[0]?.hint
}

test.each([
  ['two letters the wrong way round', 'nwes.md', 'news.md'],
  ['another kind of file', 'news.mdx', 'news.md'],
  ['a name without a kind', 'nwes', 'news.md'],
  ['a part of the page behind it', 'nwes.md#top', 'news.md'],
  ['a folder that is another', '../gide/setup.md', '../guide/setup.md'],
  ['a file that is in another folder', 'setup.md', '../guide/setup.md'],
  ['a file with a blank in its name', 'my%20plam.md', 'my%20plan.md'],
  ['an image beside the text', 'pictur.png', 'picture.png'],
  ['an image in `public/`', '../img/logo.svg', '/img/logo.svg'],
  ['an address', '/posts/nwes/', '/posts/news/'],
  ['the address of a file', '/img/lgoo.svg', '/img/logo.svg'],
  ['an address with the origin of the site', 'https://example.org/posts/nwes/', '/posts/news/']
])('a link that leads nowhere is told what was probably meant: %s', async (_, written, intended) => {
  expect(await hintOf(`[link](${written})`)).toBe(`Did you mean \`${intended}\`?`)
})

test.each([
  ['names that are as short as they are different', 'nope.md'],
  ['names that have one end in common', 'release-plan-of-the-year.md'],
  ['the only `index.md` of the site', '../elsewhere/index.md'],
  ['addresses beside each other', '/posts/nope/']
])('nothing is meant by what is like nothing: %s', async (_, written) => {
  expect(await hintOf(`[link](${written})`)).toBeUndefined()
})

test.each([
  ['preview_image: pictur.png\n', 'picture.png'],
  ['preview_image: /img/lgoo.svg\n', '/img/logo.svg']
])('front matter is told too: %s', async (fields, intended) => {
  expect(await hintOf('Text', fields)).toBe(`Did you mean \`${intended}\`?`)
})

test('in an included text the hint is what its author has to write there', async () => {
  const {result} = await buildSite(
    `${others}-- content/parts/_part.md --\n[news](../posts/nwes.md)\n-- content/posts/own.md --\n---\ntitle: Own\n---\n::include{file="../parts/_part.md"}\n`
  )
  expect(result.diagnostics.map(({file, hint}) => `${file} ${hint}`)).toContain(
    'content/parts/_part.md Did you mean `../posts/news.md`?'
  )
})
