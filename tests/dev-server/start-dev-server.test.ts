import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {plainOptions} from '../build/check-build.ts'
import {plainTemplates} from '../build/plain-templates.ts'
import {serveSite, type TemporaryServer, withoutTag} from './temporary-server.ts'

const text = `
-- content/a/one.md --
---
title: One
date: 2024-01-03
tags: [x]
---
First.
-- content/a/two.md --
---
title: Two
date: 2024-01-02
draft: true
---
See [one](one.md).
-- public/f.txt --
f
`

/** More articles than are compiled before the server is there. */
const manyArticles = Array.from(
  {length: 12},
  (_, number) => `-- content/many/m${number}.md --\n---\ntitle: M${number}\n---\nText *${number}*.\n`
)

test.each([
  ['a few articles', text],
  ['many articles', text + manyArticles.join('')]
])(
  'of a site with %s each address answers with the file that a build writes, but for one tag',
  async (_, content) => {
    const {ask, site} = await serveSite(content)
    const host = {
      ...site.host,
      findTemplates: async () => ({load: async () => ({value: plainTemplates, diagnostics: []})})
    }
    const options = {...plainOptions, environment: 'development', drafts: true, future: true}
    expect(readdirSync(site.root)).not.toContain('dist')
    const {isWritten, created} = await build(host, options)
    expect(isWritten).toBe(true)
    const paths = readdirSync(site.output, {recursive: true, encoding: 'utf8', withFileTypes: true}).filter(
      (entry) => entry.isFile()
    )
    expect(paths.length).toBe(created)
    for (const entry of paths) {
      const file = join(entry.parentPath, entry.name)
      const answer = await ask(file.slice(site.output.length))
      expect(withoutTag(answer.text)).toBe(readFileSync(file, 'utf8'))
      expect(answer.text.split('/@galley/').length - 1).toBe(file.endsWith('.html') ? 1 : 0)
    }
  }
)

test('mistakes in articles that nobody has asked for are told of', async () => {
  const wrong = '-- content/many/wrong.md --\n---\ntitle: Wrong\n---\n# A {#x}\n\n# B {#x}\n'
  const served = await serveSite(text + manyArticles.join('') + wrong)
  await served.server.renew()
  expect(served.diagnostics().map(({code}) => code)).toContain('markdown/duplicate-id')
  expect((await served.ask('/many/wrong/')).status).toBe(500)
  expect((await served.ask('/many/m3/')).status).toBe(200)
})

test('nothing else is done before a page that is asked for is answered', async () => {
  const done: Array<string> = []
  let isStarted = false
  let answer = (): void => undefined
  const isAnswered = new Promise<void>((resolve) => {
    answer = resolve
  })
  const served = await serveSite(text + manyArticles.join(''), {
    onDiagnostics: () => done.push('problems'),
    wrapHost: (host) => ({
      ...host,
      // However slow the machine is, the request comes in time.
      clock: () => (done.length === 0 ? 0 : host.clock()),
      async list(folder) {
        if (isStarted) done.push('files')
        return host.list(folder)
      },
      async read(path) {
        if (isStarted) await isAnswered
        return host.read(path)
      }
    })
  })
  isStarted = true
  const asked = served.ask('/f.txt').then(({status}) => done.push(`answer ${status}`))
  // Longer than it takes when nobody asks.
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect([done, storedIn(served)]).toEqual([[], []])
  answer()
  await asked
  await served.server.watching
  await served.server.renew()
  expect(done[0]).toBe('answer 200')
  expect(done).toContain('problems')
  expect(done).toContain('files')
  expect(storedIn(served)).not.toEqual([])
})

test('rules for hosts in public/ hold, without a restart, but for caching', async () => {
  const served = await serveSite(text)
  served.site.write('site/public/_redirects', '/before /a/one/ 302\n')
  served.site.write('site/public/_headers', '/a/*\n  X-Mine: yes\n  Cache-Control: max-age=9999\n')
  await served.server.renew()
  const ask = (path: string) => fetch(new URL(path, served.server.url), {redirect: 'manual'})
  const moved = await ask('/before')
  expect([moved.status, moved.headers.get('location')]).toEqual([302, '/a/one/'])
  const {headers} = await ask('/a/one/')
  expect([headers.get('x-mine'), headers.get('cache-control')]).toEqual(['yes', 'no-cache'])
  expect((await ask('/_headers')).status).toBe(404)
})

test('a change of the configuration or of a template shows without a restart', async () => {
  const served = await serveSite(
    `
-- content/a.md --
---
title: A
---
-- galley.config.json --
{"title": "Before"}
-- templates/home.tsx --
export default ({view}) => <p>{view.site().title}</p>
-- templates/page.tsx --
export default ({page}) => <p>{page.title}</p>
-- templates/404.tsx --
export default () => <p>None</p>
`,
    {templates: 'on disk'}
  )
  expect((await served.ask('/')).text).toContain('<p>Before</p>')
  served.site.write('site/galley.config.json', '{"title": "After"}')
  await served.server.renew()
  expect((await served.ask('/')).text).toContain('<p>After</p>')
  served.site.write('site/templates/home.tsx', 'export default ({view}) => <h1>{view.site().title}</h1>')
  await served.server.renew()
  expect((await served.ask('/')).text).toContain('<h1>After</h1>')
})

test('a configuration or template with an error leaves the site as it was, and is told of', async () => {
  const served = await serveSite(
    `
-- content/a.md --
---
title: A
---
-- galley.config.json --
{"title": "Before"}
-- templates/page.tsx --
export default ({view, page}) => <p>{view.site().title}: {page.title}</p>
-- templates/home.tsx --
export default () => <p>Home</p>
-- templates/404.tsx --
export default () => <p>None</p>
`,
    {templates: 'on disk'}
  )
  served.site.write('site/galley.config.json', '{"title": ')
  served.site.write('site/templates/page.tsx', 'export default ({page}) => <p>')
  await served.server.renew()
  expect(served.diagnostics().map(({code}) => code)).toEqual(['config/syntax', 'host/template-syntax'])
  expect((await served.ask('/a/')).text).toContain('<p>Before: A</p>')
  served.site.write('site/galley.config.json', '{"title": "After"}')
  served.site.write(
    'site/templates/page.tsx',
    'export default ({view, page}) => <b>{view.site().title}: {page.title}</b>'
  )
  await served.server.renew()
  expect(served.diagnostics()).toEqual([])
  expect((await served.ask('/a/')).text).toContain('<b>After: A</b>')
})

test('a configuration with a wrong value leaves the site as it was until it is mended, and is told of', async () => {
  const served = await serveSite(`
-- content/a.md --
---
title: A
---
-- galley.config.json --
{"title": "Before", "baseUrl": "https://example.org/sub/"}
`)
  const wrong = '{\n  "title": "Between",\n  "baseUrl": "example.org/sub/",\n  "pagesize": 2\n}'
  served.site.write('site/galley.config.json', wrong)
  await served.server.renew()
  const problems = served.diagnostics().map(({code, place}) => `${code} ${place?.line}`)
  expect(problems).toEqual(['config/bad-base-url 3', 'config/unknown-key 4'])
  const kept = await served.ask('/sub/a/')
  expect(kept).toMatchObject({status: 200, text: expect.stringContaining('· Before</title>')})
  served.site.write('site/galley.config.json', '{"title": "After", "baseUrl": "https://example.org/"}')
  await served.server.renew()
  expect(served.diagnostics()).toEqual([])
  expect((await served.ask('/a/')).text).toContain('· After</title>')
})

test('a first configuration with a wrong value is told of once, and used without that value', async () => {
  const served = await serveSite(`
-- content/a.md --
---
title: A
---
-- galley.config.json --
{"title": "Site", "pagesize": 2}
`)
  await served.server.renew()
  expect(served.diagnostics().map(({code}) => code)).toEqual(['config/unknown-key'])
  expect((await served.ask('/a/')).text).toContain('· Site</title>')
})

/** Compiled articles that the store has. */
function storedIn({site}: TemporaryServer): ReadonlyArray<string> {
  const folder = join(site.root, '.galley/documents')
  return existsSync(folder) ? readdirSync(folder) : []
}
