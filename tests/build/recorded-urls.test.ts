import {describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {openSite} from '#src/build/open-site.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import {readUrls, writeUrls} from '#src/site/recorded-urls.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

const site = {
  'content/a/one.md':
    '---\ntitle: One\ndate: 2024-01-01\ntags: [x]\n---\n## First part\n\n## Second {#own}\n',
  'content/a/two.md': '---\ntitle: Two\naliases: [/old-two/]\n---\nText.\n',
  'content/a/draft.md': '---\ntitle: Draft\ndraft: true\n---\n## Part\n'
}

function hostOf(files: Readonly<Record<string, string>>, settings: object = {}): MemoryHost {
  return memoryHost(files, {
    templates: plainTemplates,
    config: {baseUrl: 'https://example.org/blog/', feed: {formats: ['atom']}, ...settings}
  })
}

async function recorded(files: Readonly<Record<string, string>> = site): Promise<string> {
  const opened = openSite(hostOf(files), {...plainOptions, keepGoing: true, onCompiled: () => undefined})
  return writeUrls((await opened.renew()).urls())
}

/** What a build finds of a site whose addresses were recorded before these edits. */
async function problemsAfter(
  edits: Readonly<Record<string, string | undefined>>,
  settings: object = {}
): Promise<ReadonlyArray<string>> {
  const host = hostOf({...site, 'urls.lock': await recorded()}, settings)
  for (const [path, text] of Object.entries(edits)) {
    if (text === undefined) host.files.delete(path)
    else host.files.set(path, text)
  }
  const result = await build(host, plainOptions)
  return result.diagnostics.map(({hint = ''}, index) => `${problemsOf(result)[index]} | ${hint}`)
}

test('addresses and headings are recorded, each in a line, sorted, without what readers do not see', async () => {
  expect((await recorded()).split('\n').filter((line) => line.startsWith('/'))).toEqual([
    '/',
    '/a/',
    '/a/feed.xml',
    '/a/one/',
    '/a/one/#first-part',
    '/a/one/#own',
    '/a/two/',
    '/feed.xml',
    '/old-two/',
    '/tags/',
    '/tags/x/'
  ])
})

test('what was written is read again', () => {
  const urls = [
    {path: '/a b/', ids: ['x', 'ü']},
    {path: '/c/', ids: []}
  ]
  const read = [...readUrls(writeUrls(urls))].map(([path, {ids}]) => ({path, ids: ids.map(({id}) => id)}))
  expect(read).toEqual(urls)
})

describe('an address that was published', () => {
  test('may stay, and new ones come', async () => {
    expect(await problemsAfter({'content/a/new.md': '---\ntitle: New\n---\n'})).toEqual([])
  })

  test('is missed when it vanishes, at its line, with the page that it probably became', async () => {
    expect(
      await problemsAfter({
        'content/a/one.md': `${site['content/a/one.md']}`.replace('title', 'slug: uno\ntitle')
      })
    ).toEqual([
      'urls.lock:6:1 error routing/lost-url: Expected a page, listing or feed at `/a/one/`, which has been published, found none | Did it become `/a/uno/`? Then write `aliases: [/a/one/]` into `content/a/one.md`; `galley urls --write` gives the address up'
    ])
    const moved = {'content/a/two.md': undefined, 'content/b/two.md': site['content/a/two.md']}
    expect(await problemsAfter(moved)).toEqual([
      expect.stringMatching(
        /^urls\.lock:9:1 error .*`\/a\/two\/`.*Did it become `\/b\/two\/`.*content\/b\/two\.md/
      )
    ])
  })

  test('is not missed when it is an alias', async () => {
    const moved = site['content/a/two.md'].replace('[', '[/a/two/, ')
    expect(await problemsAfter({'content/a/two.md': undefined, 'content/b/two.md': moved})).toEqual([])
  })

  test('is missed as an alias too', async () => {
    expect(await problemsAfter({'content/a/two.md': '---\ntitle: Two\n---\n'})).toEqual([
      expect.stringMatching(/^urls\.lock:11:1 error routing\/lost-url: .*`\/old-two\/`.*Give the page/)
    ])
  })

  test('is missed when its page becomes a draft, and not when it expires', async () => {
    const [draft, expired] = ['draft: true', 'expiryDate: 2024-02-01'].map((field) =>
      site['content/a/two.md']
        .replace('title', `${field}\ntitle`)
        .replace('aliases: [/old-two/]', 'weight: 1')
    )
    const other = '---\ntitle: Other\naliases: [/old-two/]\n---\n'
    expect(await problemsAfter({'content/a/two.md': draft, 'content/a/other.md': other})).toEqual([
      expect.stringContaining('found `content/a/two.md`, which is a draft')
    ])
    expect(await problemsAfter({'content/a/two.md': expired, 'content/a/other.md': other})).toEqual([])
  })
})

test('a heading that was published is missed when it vanishes', async () => {
  const renamed = site['content/a/one.md'].replace('First part', 'Frist part')
  expect(await problemsAfter({'content/a/one.md': renamed})).toEqual([
    'urls.lock:7:1 error routing/lost-heading: Expected the heading `/a/one/#first-part`, which has been published, found none of that id in `content/a/one.md` | Give `#frist-part` the id again: `{#first-part}` behind it; `galley urls --write` gives it up'
  ])
  const kept = site['content/a/one.md'].replace('First part', 'Another {#first-part}')
  expect(await problemsAfter({'content/a/one.md': kept})).toEqual([])
})

test('a build after an edit finds what a clean one finds, and looks at one address', async () => {
  const host = hostOf({...site, 'urls.lock': await recorded()})
  await build(host, plainOptions)
  host.files.set('content/a/one.md', site['content/a/one.md'].replace('## Second {#own}', 'Gone.'))
  const {diagnostics} = await build(host, plainOptions)
  expect(diagnostics.map(({code}) => code)).toEqual(['routing/lost-heading'])
  host.files.set('urls.lock', await recorded())
  host.files.set('content/a/one.md', site['content/a/one.md'])
  expect((await build(host, plainOptions)).diagnostics).toEqual([])
})

test('what a rule leads on from is not lost, also where hosts are told and no page forwards', async () => {
  // Feeds stay as long as there is an article with a date.
  const gone = {
    'content/a/one.md': undefined,
    'content/a/new.md': '---\ntitle: New\ndate: 2024-01-02\n---\n'
  }
  const to = {from: '/a/one/*', to: '/a/two/'}
  const tags = {from: '/tags/*', status: 410}
  const lost = async (redirects: ReadonlyArray<object>): Promise<ReadonlyArray<string>> =>
    (await problemsAfter(gone, {hosting: ['nginx'], redirects})).map(
      (line) => /`(\/[^`]*)`/.exec(line)?.[1] ?? line
    )
  expect(await lost([to, tags])).toEqual([])
  expect(await lost([to])).toEqual(['/tags/', '/tags/x/'])
  expect(await lost([])).toEqual(['/a/one/', '/tags/', '/tags/x/'])
})

test('the dev server misses an address, and looks into no text for that', async () => {
  const host = hostOf({...site, 'urls.lock': await recorded()})
  const opened = openSite(host, {...plainOptions, keepGoing: true, onCompiled: () => undefined})
  const lost = async (): Promise<ReadonlyArray<string>> =>
    (await opened.renew())
      .diagnostics()
      .flatMap(({file, code, place}) => (file === 'urls.lock' ? [`${place?.line} ${code}`] : []))
  expect(await lost()).toEqual([])
  const [text = ''] = [host.files.get('content/a/two.md')]
  host.files.delete('content/a/two.md')
  const line = (path: string): number => (host.files.get('urls.lock') as string).split('\n').indexOf(path) + 1
  expect(await lost()).toEqual([
    `${line('/a/two/')} routing/lost-url`,
    `${line('/old-two/')} routing/lost-url`
  ])
  host.files.set('content/a/two.md', text)
  expect(await lost()).toEqual([])
})
