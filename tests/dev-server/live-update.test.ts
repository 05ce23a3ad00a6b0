import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {openEvents} from './event-reader.ts'
import {serveSite} from './temporary-server.ts'

const site = `
-- content/a/one.md --
---
title: One
---
First.
-- content/a/two.md --
---
title: Two
draft: true
---
Second.
-- public/style.css --
p {}
`

test('a page learns what it is, and what it becomes', async () => {
  const served = await serveSite(site)
  const {hash, next} = await openEvents(served, '/a/one/')
  expect(await next()).toEqual({stateNumber: 0, hash, copies: [], problems: ''})
  served.site.write('site/content/a/one.md', '---\ntitle: One\n---\nChanged.\n')
  await served.server.renew()
  const changed = await next()
  const {text} = await served.ask('/a/one/')
  expect(changed).toEqual({
    stateNumber: 1,
    hash: /data-hash="([^"]*)"/.exec(text)?.[1],
    copies: [],
    problems: ''
  })
  expect(changed).not.toMatchObject({hash})
})

test('a page that shows nothing of an edit stays the same', async () => {
  const served = await serveSite(site)
  const {hash, next} = await openEvents(served, '/a/one/')
  await next()
  served.site.write('site/content/a/two.md', '---\ntitle: Two\ndraft: true\n---\nChanged.\n')
  await served.server.renew()
  expect(await next()).toMatchObject({hash})
})

test('copied files that are others are told by their addresses', async () => {
  const served = await serveSite(
    `${site}-- galley.config.json --\n{"baseUrl": "https://example.com/docs/"}\n`
  )
  const {next} = await openEvents(served, '/docs/a/one/')
  await next()
  served.site.write('site/public/style.css', 'p {color: red}')
  served.site.write('site/public/ä b.txt', 'new')
  await served.server.renew()
  expect(await next()).toMatchObject({copies: ['/docs/style.css', '/docs/ä b.txt']})
})

test('a page that is removed is the page for unknown addresses, until it comes back', async () => {
  const served = await serveSite(site)
  const {hash, next} = await openEvents(served, '/a/one/')
  const {hash: unknown} = await openEvents(served, '/nowhere/')
  await next()
  rmSync(join(served.site.root, 'content/a/one.md'))
  await served.server.renew()
  expect(await next()).toMatchObject({hash: unknown})
  served.site.write('site/content/a/one.md', '---\ntitle: One\n---\nFirst.\n')
  await served.server.renew()
  expect(await next()).toMatchObject({hash})
})

test('a mistake is told of as long as it is there', async () => {
  const served = await serveSite(site)
  const {hash, next, token} = await openEvents(served, '/a/one/')
  await next()
  served.site.write('site/content/a/one.md', '---\ntitle: [<b>\n---\nFirst.\n')
  await served.server.renew()
  const broken = await next()
  expect(broken).toEqual({stateNumber: 1, copies: [], problems: expect.stringMatching(/./)})
  expect((await served.ask('/a/one/')).status).toBe(500)
  const list = await served.ask(`/@galley/problems.json?${new URLSearchParams({token, page: '/a/one/'})}`)
  expect(JSON.parse(list.text)).toMatchObject([
    {
      severity: 'error',
      code: 'content/yaml-syntax',
      location: 'content/a/one.md:2:8',
      frame: [
        {kind: 'context', text: '  1 | ---'},
        {kind: 'marked', text: '> 2 | title: [<b>'},
        {kind: 'carets', text: '    |        ^'}
      ],
      editor: `vscode://file${served.site.root}/content/a/one.md:2:8`
    }
  ])
  served.site.write('site/content/a/one.md', '---\ntitle: One\n---\nFirst.\n')
  await served.server.renew()
  expect(await next()).toEqual({stateNumber: 2, hash, copies: [], problems: ''})
})

test('errors are told to all pages, warnings to the page that has them', async () => {
  const served = await serveSite(site)
  const [one, two] = [await openEvents(served, '/a/one/'), await openEvents(served, '/a/two/')]
  expect(await one.next()).toMatchObject({problems: ''})
  expect(await two.next()).toMatchObject({problems: ''})
  served.site.write('site/content/a/one.md', '---\ntitle: One\ntilte: x\n---\nFirst.\n')
  await served.server.renew()
  expect(await one.next()).toMatchObject({problems: expect.stringMatching(/./)})
  expect(await two.next()).toMatchObject({problems: ''})
  served.site.write('site/content/a/one.md', '---\ntitle: [\n---\nFirst.\n')
  await served.server.renew()
  expect(await two.next()).toMatchObject({problems: expect.stringMatching(/./)})
})

test('a draft is told to be one', async () => {
  const served = await serveSite(site)
  const {next} = await openEvents(served, '/a/two/')
  expect(await next()).toMatchObject({unpublished: 'draft'})
})

test('a server without drafts has none', async () => {
  const served = await serveSite(site, {drafts: false})
  expect((await served.ask('/a/two/')).status).toBe(404)
})

test('a look at files that did not change is told to nobody', async () => {
  const served = await serveSite(site)
  const {next} = await openEvents(served, '/a/one/')
  await next()
  served.site.write('site/content/a/one.md', '---\ntitle: One\n---\nFirst.\n')
  await served.server.renew()
  expect(served.renewals).toEqual([])
  served.site.write('site/content/a/one.md', '---\ntitle: One\n---\nChanged.\n')
  await served.server.renew()
  expect(served.renewals.length).toBe(1)
})

test('a page that begins to listen while the site is looked at learns what the look has found', async () => {
  const gate = openGate()
  const served = await serveSite(site, {
    wrapHost: (host) => ({
      ...host,
      loadConfig: (environment) => gate.pass(() => host.loadConfig(environment))
    })
  })
  await served.server.watching
  gate.close()
  served.site.write('site/content/a/one.md', '---\ntitle: One\n---\nChanged.\n')
  const renewed = served.server.renew()
  await gate.reached()
  const {hash, next} = await openEvents(served, '/a/one/')
  expect(await next()).toMatchObject({stateNumber: 0, hash})
  gate.open()
  await renewed
  expect(await next()).toMatchObject({stateNumber: 1, hash: expect.not.stringMatching(hash)})
})

test('a page that was sent before a look and listens after it learns what it has missed', async () => {
  const served = await serveSite(site)
  const {hash, next} = await openEvents(served, '/a/one/', async () => {
    served.site.write('site/content/a/one.md', '---\ntitle: One\n---\nChanged.\n')
    served.site.write('site/public/style.css', 'p {color: red}')
    await served.server.renew()
  })
  const missed = await next()
  expect(missed).toMatchObject({
    stateNumber: 1,
    copies: ['/style.css'],
    hash: expect.not.stringMatching(hash)
  })
  const late = await openEvents(served, '/a/one/')
  expect(await late.next()).toMatchObject({copies: [], hash: late.hash})
})

test('what a block was made of is told to the page alone', async () => {
  const served = await serveSite(site)
  const {token} = await openEvents(served, '/a/one/')
  const ask = async (parameters: Record<string, string>) =>
    (await served.ask(`/@galley/editor.json?${new URLSearchParams(parameters)}`)).text
  const asked = {page: '/a/one/', text: 'First.', nth: '0'}
  const file = `vscode://file${served.site.root}/content/a/one.md`
  expect(JSON.parse(await ask({...asked, token}))).toEqual({address: `${file}:4:1`})
  expect(JSON.parse(await ask({...asked, token, text: 'Elsewhere'}))).toEqual({address: `${file}:1:1`})
  expect(JSON.parse(await ask({...asked, token, page: '/nowhere/'}))).toEqual({})
  expect(await ask({...asked, token: 'guess'})).toBe('There is no such page\n')
})

test('a page that follows goes to the article that was edited, and nowhere after other changes', async () => {
  const served = await serveSite(site, {isFollowing: true})
  await served.server.watching
  const {next} = await openEvents(served, '/a/two/')
  expect(await next()).not.toHaveProperty('goTo')
  served.site.write('site/public/style.css', 'p {color: red}')
  expect(await next()).not.toHaveProperty('goTo')
  served.site.write('site/content/a/one.md', '---\ntitle: One\n---\nChanged.\n')
  expect(await next()).toMatchObject({goTo: '/a/one/'})
})

/** Lets work pass, but for the time that it is closed. */
function openGate() {
  let wait: Promise<void> = Promise.resolve()
  let open = (): void => undefined
  let reach = (): void => undefined
  let reached: Promise<void> = Promise.resolve()
  return {
    close() {
      wait = new Promise((resolve) => {
        open = resolve
      })
      reached = new Promise((resolve) => {
        reach = resolve
      })
    },
    open: () => open(),
    /** When somebody is waiting. */
    reached: () => reached,
    async pass<Value>(act: () => Promise<Value>): Promise<Value> {
      reach()
      await wait
      return act()
    }
  }
}
