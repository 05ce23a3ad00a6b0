import {h} from 'preact'
import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {explain} from '#src/build/explain.ts'
import {explainText} from '#src/cli/explain-text.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import {plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

const one = '---\ntitle: One\ndate: 2024-01-02\n---\nFirst.\n'

async function builtHost(): Promise<MemoryHost> {
  const host = memoryHost(
    {
      'content/a/one.md': one,
      'content/a/two.md': '---\ntitle: Two\ndate: 2024-01-01\n---\nSecond.\n',
      'public/f.txt': 'f'
    },
    {templates: plainTemplates, config: {baseUrl: 'https://example.org/base/'}}
  )
  await build(host, plainOptions)
  return host
}

async function told(host: MemoryHost, subject: string): Promise<string> {
  const found = await explain(host, [subject])
  return found === undefined ? '' : explainText(found)
}

test('nothing is known before the first build', async () => {
  expect(await explain(memoryHost({}), ['/a/one/'])).toBeUndefined()
})

test.each(['/a/one/', '/a/one', 'https://example.org/base/a/one/', 'a/one/index.html'])(
  'finds %s',
  async (subject) => {
    expect(await told(await builtHost(), subject)).toMatch(
      /^\/a\/one\/\n {2}written to a\/one\/index\.html\n/
    )
  }
)

test('tells what a page asked, with answers', async () => {
  const text = await told(await builtHost(), '/a/two/')
  expect(text).toMatch(/^ {2}page +"content\/a\/two\.md" → \{"source":"content\/a\/two\.md"/m)
  expect(text).toMatch(/^ {2}template +"article"$/m)
  expect(text).toMatch(/^ {2}neighbors .*→ \["content\/a\/one\.md",null\]$/m)
  expect(text).toContain('The last build rendered it: it was new, or its file had been changed or lost.')
})

test('tells which change made a page render, from what to what', async () => {
  const host = await builtHost()
  host.files.set('content/a/one.md', one.replace('One', 'Uno'))
  await build(host, plainOptions)
  const text = await told(host, '/a/two/')
  expect(text).toContain('because of a change of\n  page "content/a/one.md"\n    title: "One" → "Uno"\n')
  expect(text).toContain('  document "content/a/one.md"\n')
})

test('tells that a page was not rendered', async () => {
  const host = await builtHost()
  host.files.set('content/a/one.md', `${one}More.`)
  await build(host, plainOptions)
  expect(await told(host, '/a/two/')).toContain('The last build did not render it')
  await build(host, plainOptions)
  expect(await told(host, '/a/one/')).toContain('The last build did not render it')
})

test('tells where files go', async () => {
  const host = await builtHost()
  expect(await told(host, 'templates/article.tsx')).toBe(
    'templates/article.tsx goes into 2 pages:\n  /a/one/\n  /a/two/\n'
  )
  const [own, others = ''] = (await told(host, 'content/a/one.md')).split('\nThe file goes also into ')
  expect(own).toMatch(/^\/a\/one\/\n/)
  expect(others.trimEnd().split('\n  ')).toEqual([
    '9 pages:',
    ...[
      '/',
      '/a/',
      '/a/feed.json',
      '/a/feed.xml',
      '/a/rss.xml',
      '/a/two/',
      '/feed.json',
      '/feed.xml',
      '/rss.xml'
    ]
  ])
  expect(await told(host, 'public/f.txt')).toBe('/f.txt\n  a copy of public/f.txt, at f.txt\n')
  expect(await told(host, 'content/nothing.md')).toBe(
    'content/nothing.md: no address of the site, and no page of the last build reads it\n'
  )
})

test('tells where a component goes, through the texts that call it', async () => {
  const [template] = plainTemplates
  if (template === undefined) throw new Error('Expected a template')
  const own = {
    ...template,
    name: 'components/own',
    file: 'templates/components/own.tsx',
    render: () => h('b', {}, 'Own')
  }
  const host = memoryHost(
    {
      'content/a/one.md': `${one}\n::own\n`,
      'content/a/two.md': '# Two\n\nSecond.\n',
      'templates/components/own.tsx': ''
    },
    {templates: [...plainTemplates, own]}
  )
  await build(host, plainOptions)
  expect(await told(host, own.file)).toBe(`${own.file} goes into 1 page:\n  /a/one/\n`)
})

test.each([
  ['content/a/draft.md', / is a draft, .*`galley build --drafts`/],
  ['content/a/later.md', / is dated in the future, .*`galley build --future`/],
  ['content/a/over.md', / has expired, .*`galley build --expired`/],
  ['galley.config.json', /: of the configuration each page asks/],
  ['templates/partials/part.tsx', / is part of other code/],
  ['templates/assets/site.css', / is a style sheet, a script/],
  ['templates/components/own.tsx', / goes into no page of the last build/],
  ['parts/shared.md', / goes into 1 page:\n {2}\/a\/one\/\n$/],
  ['templates/partials/none.tsx', /: no address of the site/]
])('tells what %s is', async (file, expected) => {
  const host = memoryHost(
    {
      'galley.config.json': '{}',
      'content/a/one.md': `${one}\n::include{file="/parts/shared.md"}\n`,
      'parts/shared.md': 'Shared.\n',
      'content/a/draft.md': '---\ntitle: D\ndraft: true\n---\n',
      'content/a/later.md': '---\ntitle: L\ndate: 2025-01-01\n---\n',
      'content/a/over.md': '---\ntitle: O\nexpiry_date: 2023-01-01\n---\n',
      'templates/partials/part.tsx': '',
      'templates/assets/site.css': '',
      'templates/components/own.tsx': ''
    },
    {templates: plainTemplates}
  )
  await build(host, plainOptions)
  expect(await told(host, file)).toMatch(expected)
})
