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

const told = (host: MemoryHost, subject: string): string => {
  const found = explain(host, [subject])
  return found === undefined ? '' : explainText(found)
}

test('nothing is known before the first build', () => {
  expect(explain(memoryHost({}), ['/a/one/'])).toBeUndefined()
})

test.each(['/a/one/', '/a/one', 'https://example.org/base/a/one/', 'a/one/index.html'])(
  'finds %s',
  async (subject) => {
    expect(told(await builtHost(), subject)).toMatch(/^\/a\/one\/\n {2}written to a\/one\/index\.html\n/)
  }
)

test('tells what a page asked, with answers', async () => {
  const text = told(await builtHost(), '/a/two/')
  expect(text).toMatch(/^ {2}page +"content\/a\/two\.md" → \{"source":"content\/a\/two\.md"/m)
  expect(text).toMatch(/^ {2}template +"article"$/m)
  expect(text).toMatch(/^ {2}neighbors .*→ \["content\/a\/one\.md",null\]$/m)
  expect(text).toContain('The last build rendered it: it was new, or its file had been changed or lost.')
})

test('tells which change made a page render, from what to what', async () => {
  const host = await builtHost()
  host.files.set('content/a/one.md', one.replace('One', 'Uno'))
  await build(host, plainOptions)
  const text = told(host, '/a/two/')
  expect(text).toContain('because of a change of\n  page "content/a/one.md"\n    title: "One" → "Uno"\n')
  expect(text).toContain('  document "content/a/one.md"\n')
})

test('tells that a page was not rendered', async () => {
  const host = await builtHost()
  host.files.set('content/a/one.md', `${one}More.`)
  await build(host, plainOptions)
  expect(told(host, '/a/two/')).toContain('The last build did not render it')
  await build(host, plainOptions)
  expect(told(host, '/a/one/')).toContain('The last build did not render it')
})

test('tells where files go', async () => {
  const host = await builtHost()
  expect(told(host, 'templates/article.tsx')).toBe(
    'templates/article.tsx goes into 2 pages:\n  /a/one/\n  /a/two/\n'
  )
  const [own, others = ''] = told(host, 'content/a/one.md').split('\nThe file goes also into ')
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
  expect(told(host, 'public/f.txt')).toBe('/f.txt\n  a copy of public/f.txt, at f.txt\n')
  expect(told(host, 'content/nothing.md')).toBe(
    'content/nothing.md: no address of the site, and no page of the last build reads it\n'
  )
})
