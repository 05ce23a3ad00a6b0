import {describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

const files = {
  'content/guide/first-site.md': '---\ntitle: Your first site\n---\n## Build it {#build}\n\n## Next steps\n',
  'content/guide/same.md': '---\ntitle: Same\n---\n',
  'content/notes/same.md': '---\ntitle: Same\n---\n',
  'content/notes/draft.md': '---\ntitle: Draft\ndraft: true\n---\n',
  'content/notes/ärger.md': '---\ntitle: "C++: trouble"\n---\n'
}

/** Addresses of the links of an article in `notes/` with this body, and problems. */
async function linksOf(
  body: string
): Promise<{readonly links: ReadonlyArray<string>; readonly problems: ReadonlyArray<string>}> {
  const host = memoryHost(
    {...files, 'content/notes/a.md': `---\ntitle: A\n---\n${body}\n`},
    {templates: plainTemplates, config: {baseUrl: 'https://example.org/b/', markdown: {wikilinks: true}}}
  )
  const result = await build(host, plainOptions)
  const bytes = [...host.outputs].find(([path]) => path === 'notes/a/index.html')?.[1]
  const [, text = ''] = /<main>(.*)<\/main>/s.exec(new TextDecoder().decode(bytes)) ?? []
  return {
    links: Array.from(text.matchAll(/href="([^"]*)"/g), ([, href]) => href ?? ''),
    problems: problemsOf(result)
  }
}

describe('a wikilink leads to', () => {
  test.each([
    ['a file', '[[first-site]]', '/b/guide/first-site/'],
    ['a file in a folder', '[[guide/first-site]]', '/b/guide/first-site/'],
    ['a title', '[[Your First  Site]]', '/b/guide/first-site/'],
    ['a title with signs', '[[C++: trouble]]', '/b/notes/%C3%A4rger/'],
    ['a file with letters of any script', '[[Ärger|x]]', '/b/notes/%C3%A4rger/'],
    ['the page of that name in the same folder', '[[same]]', '/b/notes/same/'],
    ['the page of that name in another folder', '[[guide/same]]', '/b/guide/same/'],
    ['a heading by its id', '[[first-site#build]]', '/b/guide/first-site/#build'],
    ['a heading by its text', '[[first-site#Next steps]]', '/b/guide/first-site/#next-steps'],
    ['a heading of the page itself', '[[#x]]<i id="x"></i>', '#x']
  ])('%s', async (_, body, href) => {
    expect(await linksOf(body)).toEqual({links: [href], problems: []})
  })
})

describe('a wikilink that is wrong is told at its place', () => {
  test.each([
    [
      'of no page',
      'x [[frist-site]]',
      /^content\/notes\/a\.md:4:3 warning routing\/broken-reference: .*`\[\[frist-site\]\]`/
    ],
    [
      'of a draft',
      '[[draft]]',
      /^content\/notes\/a\.md:4:1 warning routing\/broken-reference: .*`\[\[draft\]\]`/
    ],
    [
      'of no heading',
      '[[same#nowhere]]',
      /^content\/notes\/a\.md:4:1 warning routing\/unknown-heading: .*`\/notes\/same\/`/
    ]
  ])('%s', async (_, body, expected) => {
    const {problems} = await linksOf(body)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(expected)
  })

  test('and a name that no page has is a text', async () => {
    const host = memoryHost(
      {...files, 'content/about.md': '---\ntitle: About\n---\n*a* [[nobody|*b* & c]] [[same]] [[nobody]]\n'},
      {templates: plainTemplates, config: {markdown: {wikilinks: true}}}
    )
    await build(host, plainOptions)
    const bytes = [...host.outputs].find(([path]) => path === 'about/index.html')?.[1]
    const html = new TextDecoder().decode(bytes)
    expect(html).toContain(
      '<p><em>a</em> [[nobody|<em>b</em> &#x26; c]] <a href="/guide/same/">same</a> nobody</p>'
    )
  })

  test('where several pages have the name, and the first is taken', async () => {
    const host = memoryHost(
      {...files, 'content/about.md': '---\ntitle: About\n---\n[[same]]\n'},
      {templates: plainTemplates, config: {markdown: {wikilinks: true}}}
    )
    const [problem] = problemsOf(await build(host, plainOptions))
    expect(problem).toMatch(
      /^content\/about\.md:4:1 warning routing\/ambiguous-name: .*`\/guide\/same\/` and `\/notes\/same\/`/
    )
  })
})
