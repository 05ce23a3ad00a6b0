import {expect, test} from 'vitest'
import {buildSite} from './check-build.ts'

const site = `
-- content/Docs/Guide.md --
---
title: Guide
slug: guide
---
## Part
-- content/Docs/Image.PNG --
png
-- content/Docs/_index.md --
---
title: Docs
preview_image: gone.png
---
`

/** Problems of an article with a text, without its path. */
async function problemsIn(text: string): Promise<ReadonlyArray<string>> {
  const {problems} = await buildSite(`${site}-- content/Docs/a.md --\n---\ntitle: A\n---\n${text}\n`, {
    config: {baseUrl: 'https://example.org/base/'}
  })
  return problems
    .filter((problem) => problem.startsWith('content/Docs/a.md'))
    .map((problem) => problem.replace('content/Docs/a.md:', '').replace(/warning routing.*?: Expected /, ''))
}

test.each([
  [
    '[x](guide.md)',
    '4:5 a page or file of this site, found `guide.md`, which differs from `content/Docs/Guide.md` in upper and lower case'
  ],
  [
    '![x](image.png)',
    '4:6 a page or file of this site, found `image.png`, which differs from `content/Docs/Image.PNG` in upper and lower case'
  ],
  [
    '[x](/Docs/GUIDE/)',
    '4:5 a page or file of this site, found `/Docs/GUIDE/`, which differs from `/docs/guide` in upper and lower case'
  ],
  ['[x](other.md)', '4:5 a page or file of this site, found `other.md`']
])('%s differs in case, or does not', async (text, problem) => {
  expect(await problemsIn(text)).toEqual([problem])
})

test('links with the origin of the site are looked at as others are', async () => {
  expect(
    await problemsIn(
      [
        '<https://example.org/base/docs/guide/#part> and [x](https://example.org/base/docs/guide)',
        '[x](https://example.org/base/docs/none/)',
        '[x](https://example.org/base/docs/guide/#none) [y](https://example.org/) [z](https://example.com/base/none/)'
      ].join('\n')
    )
  ).toEqual([
    '5:1 a page or file of this site, found `https://example.org/base/docs/none/`',
    '6:1 a heading of `/docs/guide/`, found `https://example.org/base/docs/guide/#none`'
  ])
})

test('front matter of the text of a listing is looked at as that of an article is', async () => {
  const {problems} = await buildSite(site)
  expect(problems).toEqual([
    'content/Docs/_index.md:3:16 warning routing/broken-reference: Expected a page or file of this site, found `gone.png`'
  ])
})
