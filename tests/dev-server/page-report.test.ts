import {expect, test} from 'vitest'
import type {PageReport} from '#src/dev-server/page-report.ts'
import {rawRequest, requestText, statusOf} from './raw-request.ts'
import {serveSite, type TemporaryServer, withoutTag} from './temporary-server.ts'

const site = `
-- content/a/one.md --
---
title: One
tags: [x, y]
mood: calm
---
See [two](two.md) and [nothing](none.md).
-- content/a/two.md --
---
title: Two ä
slug: zwei ä
---
See [one](one.md).
-- content/a/_index.md --
---
title: Folder
---
See [one](one.md).
`

/** More articles than are compiled before the server is there. */
const manyArticles = Array.from(
  {length: 12},
  (_, number) => `-- content/many/m${number}.md --\n---\ntitle: M${number}\n---\nTo [one](../a/one.md).\n`
)

test('a page tells what it is made of and how it is joined to others', async () => {
  const served = await serveSite(site)
  await served.server.renew()
  const report = await reportOf(served, '/a/one/')
  const editor = `vscode://file${served.site.root}/content/a/one.md:1:1`
  expect(report.source).toEqual({file: 'content/a/one.md', editor})
  expect(report.frontMatter).toEqual([
    ['title', 'One'],
    ['tags', '["x","y"]'],
    ['mood', 'calm']
  ])
  expect(report.problems.map(({code, location}) => [code, location])).toEqual([
    ['routing/broken-reference', 'content/a/one.md:6:33']
  ])
  expect(report.templates.map(({file}) => file)).toEqual(['templates/article.tsx'])
  expect(report.reads.map(({query, argument}) => `${query} ${argument}`)).toContain('body "content/a/one.md"')
  expect(report.links.map(({title}) => title)).toEqual(['Two ä'])
  expect(report.brokenLinks).toHaveLength(1)
  expect(report.backlinks).toEqual([{title: 'Two ä', address: expect.stringMatching(/^\/a\/zwei/)}])
  const linked = await served.ask(report.links[0]?.address ?? '')
  expect(linked.status).toBe(200)
})

test('a page is joined to others also on a site that relates no articles', async () => {
  const served = await serveSite(`${site}\n-- galley.config.ts --\nexport default {related: false}\n`)
  await served.server.renew()
  const report = await reportOf(served, '/a/one/')
  expect(report.links.map(({title}) => title)).toEqual(['Two ä'])
  expect(report.backlinks).toHaveLength(1)
})

test('the weight is that of the file, without the tag', async () => {
  const served = await serveSite(site)
  const {text} = await served.ask('/a/one/')
  const {weight} = await reportOf(served, '/a/one/')
  expect(weight.plain).toBe(Buffer.byteLength(withoutTag(text)))
  expect(weight.compressed).toBeGreaterThan(0)
  expect(weight.compressed).toBeLessThan(weight.plain)
})

test('an edit is told of, and so is a link that has gone', async () => {
  const served = await serveSite(site)
  served.site.write('site/content/a/two.md', '---\ntitle: Two\n---\nAlone.\n')
  await served.server.renew()
  expect((await reportOf(served, '/a/one/')).backlinks).toEqual([])
  expect((await reportOf(served, '/a/two/')).links).toEqual([])
})

test('all articles have told what they link to when all are compiled', async () => {
  const served = await serveSite(site + manyArticles.join(''))
  await served.server.renew()
  const {backlinks = []} = await reportOf(served, '/a/one/')
  expect(backlinks).toHaveLength(1 + manyArticles.length)
})

test('a folder tells of its own text, and a page that is not there of nothing', async () => {
  const served = await serveSite(site)
  const folder = await reportOf(served, '/a/')
  expect(folder.source?.file).toBe('content/a/_index.md')
  expect(folder.links.map(({title}) => title)).toEqual(['One'])
  const missing = await reportOf(served, '/none/')
  expect([missing.source, missing.frontMatter, missing.links]).toEqual([undefined, [], []])
})

test('a page that cannot be made tells its problems', async () => {
  const served = await serveSite(site)
  served.site.write('site/content/a/one.md', '---\ntitle: [\n---\n')
  await served.server.renew()
  const {problems} = await reportOf(served, '/a/one/')
  expect(problems.map(({severity, code}) => [severity, code])).toContainEqual([
    'error',
    'content/yaml-syntax'
  ])
})

test('it is told to who has the token of a page, and to no other site', async () => {
  const {port, ...served} = await serveSite(site)
  const target = await targetOf({port, ...served}, '/a/one/')
  const ask = (text: string): Promise<string> => rawRequest(port, text)
  expect(statusOf(await ask(requestText(target)))).toBe(200)
  expect((await ask(requestText(target))).toLowerCase()).not.toContain('access-control')
  const {token, ...others} = Object.fromEntries(new URL(target, 'http://localhost').searchParams)
  expect(token).toBeDefined()
  for (const query of [others, {...others, token: 'guess'}, {token: token ?? ''}]) {
    const answer = await ask(requestText(`/@galley/page.json?${new URLSearchParams(query)}`))
    expect(statusOf(answer)).toBe(404)
  }
  expect(statusOf(await ask(requestText(target, {host: 'evil.example'})))).toBe(403)
  expect(statusOf(await ask(requestText(target, {Origin: 'https://evil.example'})))).toBe(403)
  expect(statusOf(await ask(requestText(target, {method: 'POST'})))).toBe(405)
})

test('pages ask for no toolbar when there is to be none', async () => {
  const [having, lacking] = [await serveSite(site), await serveSite(site, {hasToolbar: false})]
  expect((await having.ask('/a/one/')).text).toMatch(/ data-toolbar><\/script>/)
  expect((await lacking.ask('/a/one/')).text).not.toContain('data-toolbar')
})

async function reportOf(served: TemporaryServer, path: string): Promise<PageReport> {
  return JSON.parse((await served.ask(await targetOf(served, path))).text)
}

/** Address of the report of a page, with the token that pages have. */
async function targetOf({ask}: TemporaryServer, page: string): Promise<string> {
  const token = /data-token="([^"]+)"/.exec((await ask('/a/one/')).text)?.[1] ?? ''
  return `/@galley/page.json?${new URLSearchParams({page, token})}`
}
