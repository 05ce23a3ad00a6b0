import {mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import type {Host} from '#src/model/host.ts'
import {serveSite, type TemporaryServer} from './temporary-server.ts'

const site = `
-- content/a/one.md --
---
title: One
---
First.
-- content/a/two.md --
---
title: Two
---
See [one](one.md).
`

/** How a system tells of changes: of folders, of each file, or not at all, so that files are looked at again and again. */
const watchers: ReadonlyArray<readonly [name: string, wrapHost: (host: Host) => Host]> = [
  ['folders', (host) => host],
  ['each file', ({watchFolders: _, ...host}) => host],
  ['again and again', (host) => ({...host, watchFolders: exhausted})]
]

describe.each(watchers)('files that are watched: %s', (_, wrapHost) => {
  test('an article that is saved is another page, without a restart', async () => {
    const served = await watchedSite(wrapHost)
    expect((await served.ask('/a/one/')).text).toContain('First.')
    served.site.write('site/content/a/one.md', '---\ntitle: One\n---\nChanged.\n')
    expect(await untilAnswer(served, '/a/one/', /Changed\./)).toBe(200)
  })

  test('editors that save by renaming, new folders, files that go and come back', async () => {
    const served = await watchedSite(wrapHost)
    const file = join(served.site.root, 'content/a/one.md')
    writeFileSync(`${file}~`, '---\ntitle: One\n---\nRenamed.\n')
    renameSync(`${file}~`, file)
    expect(await untilAnswer(served, '/a/one/', /Renamed\./)).toBe(200)
    const beside = join(served.site.root, 'content/a/sedA1b2C3')
    writeFileSync(beside, '---\ntitle: One\n---\nReplaced.\n')
    renameSync(beside, file)
    expect(await untilAnswer(served, '/a/one/', /Replaced\./)).toBe(200)
    rmSync(file)
    expect(await untilAnswer(served, '/a/one/', /title/i, 404)).toBe(404)
    mkdirSync(join(served.site.root, 'content/b/c'), {recursive: true})
    writeFileSync(join(served.site.root, 'content/b/c/new.md'), '---\ntitle: New\n---\nNew.\n')
    expect(await untilAnswer(served, '/b/c/new/', /New\./)).toBe(200)
    writeFileSync(file, '---\ntitle: One\n---\nBack.\n')
    expect(await untilAnswer(served, '/a/one/', /Back\./)).toBe(200)
    const named = served.renewals.flatMap(({files}) => files)
    expect(named).toContain('content/a/one.md')
    // What editors write beside the file is none of the site.
    expect(named.filter((path) => /~$|sed/.test(path))).toEqual([])
  })

  test('a storm of events ends in the state of a clean build', async () => {
    const served = await watchedSite(wrapHost)
    for (let number = 0; number < 300; number++) {
      served.site.write(
        `site/content/b/page-${number}.md`,
        `---\ntitle: Page ${number}\n---\nText ${number}.\n`
      )
    }
    for (let number = 0; number < 300; number += 2)
      rmSync(join(served.site.root, `content/b/page-${number}.md`))
    await untilAnswer(served, '/b/page-299/', /Text 299/)
    await served.server.renew()
    expect((await served.ask('/b/page-298/')).status).toBe(404)
    expect((await served.ask('/b/page-1/')).status).toBe(200)
    expect(served.renewals.length).toBeLessThan(10)
  })
})

/** A watcher of a system that has no more watches to give. */
const exhausted: Host['watchFolders'] = async ({onError}) => {
  setTimeout(() => onError(Object.assign(new Error('No watches'), {code: 'ENOSPC'})))
  return {ready: Promise.resolve(), close: async () => undefined}
}

async function watchedSite(wrapHost: (host: Host) => Host): Promise<TemporaryServer> {
  const served = await serveSite(site, {wrapHost})
  await served.server.watching
  return served
}

/** The status when the answer has a text, which a watcher has to bring about. */
async function untilAnswer(
  {ask}: TemporaryServer,
  path: string,
  expected: RegExp,
  status = 200
): Promise<number | undefined> {
  for (let attempt = 0; attempt < 500; attempt++) {
    const answer = await ask(path)
    if (answer.status === status && expected.test(answer.text)) return answer.status
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return undefined
}
