import {expect, test} from 'vitest'
import {collectInputs} from '#src/build/collect-inputs.ts'
import {compileSources} from '#src/build/compile-sources.ts'
import {allQueries} from '#src/build/queries/all-queries.ts'
import {readSite} from '#src/build/read-site.ts'
import {renderSite} from '#src/build/render-site.ts'
import {checkConfig} from '#src/config/check-config.ts'
import {type Key, parseKey, type Trace} from '#src/graph/query.ts'
import {openRevision, type Revision} from '#src/graph/revision.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import {plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'
import {parseSite} from './site-text.ts'

type Site = Record<string, string>

/** What a change of a site renders again. */
interface Rebuild {
  readonly site: string
  /** Text of each changed file; `undefined` deletes it. */
  readonly edit: Readonly<Record<string, string | undefined>>
  readonly config?: readonly [before: unknown, after: unknown]
  /** Addresses whose output ran, sorted. */
  readonly rendered: ReadonlyArray<string>
}

/** Render a site, edit it, render it on the traces of before: equal to a clean build, and only what is named ran. */
async function checkRebuild({site, edit, config = [{}, {}], rendered}: Rebuild): Promise<void> {
  const before = parseSite(site)
  const after = Object.fromEntries(
    Object.entries({...before, ...edit}).filter((entry): entry is [string, string] => entry[1] !== undefined)
  )
  const first = await revisionOf(before, config[0], new Map())
  await renderSite(first, () => undefined)
  const second = await revisionOf(after, config[1], first.traces())
  const incremental = await renderSite(second, () => undefined)
  const clean = await renderSite(await revisionOf(after, config[1], new Map()), () => undefined)
  expect(incremental).toEqual(clean)
  const addresses = second
    .ran()
    .map(parseKey)
    .filter(({name}) => name === 'output')
    .map(({argument}) => String(argument))
  // An output that verified runs for its value alone, which nothing stores yet: its hash is known before.
  const changed = addresses.filter(
    (path) => first.traces().get(`output ${JSON.stringify(path)}`) !== undefined
  )
  const stale = changed.filter((path) => {
    const key = `output ${JSON.stringify(path)}`
    return JSON.stringify(first.traces().get(key)) !== JSON.stringify(second.traces().get(key))
  })
  const added = addresses.filter((path) => !changed.includes(path))
  expect([...stale, ...added].sort()).toEqual(rendered)
}

async function revisionOf(site: Site, config: unknown, traces: ReadonlyMap<Key, Trace>): Promise<Revision> {
  const host = memoryHost(site, {templates: plainTemplates})
  const loaded = {text: '', value: config, hash: JSON.stringify(config)}
  const {value} = checkConfig(loaded, {
    environment: 'production',
    drafts: false,
    future: false,
    expired: false
  })
  const files = await readSite(host)
  const documents = await compileSources(
    files.value.sources,
    value.markdown,
    plainOptions.onProgress.bind(null) as never
  )
  const inputs = collectInputs({
    config: value,
    documents,
    assets: files.value.assets,
    templates: plainTemplates,
    today: '2024-06-01'
  })
  return openRevision(allQueries, inputs, traces)
}

const site = `
-- content/about.md --
---
title: About
---
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
tags: [x, y]
---
See [one](one.md).
-- content/a/three.md --
---
title: Three
date: 2024-01-01
tags: [y]
---
Third.
-- content/b/far.md --
---
title: Far
---
Away.
-- public/f.txt --
f
`
const one = '---\ntitle: One\ndate: 2024-01-03\ntags: [x]\n---\n'

test('nothing changed renders nothing', async () => {
  await checkRebuild({site, edit: {}, rendered: []})
})

test('a body edit renders its page', async () => {
  await checkRebuild({site, edit: {'content/a/one.md': `${one}Edited.\n`}, rendered: ['/a/one/']})
})

test('a new title renders what shows it', async () => {
  await checkRebuild({
    site,
    edit: {'content/a/one.md': one.replace('One', 'Uno')},
    rendered: ['/', '/a/', '/a/one/', '/a/two/', '/tags/x/']
  })
})

test('a new address renders the pages that link to it', async () => {
  await checkRebuild({
    site,
    edit: {'content/a/one.md': one.replace('title', 'slug: uno\ntitle')},
    rendered: ['/', '/a/', '/a/two/', '/a/uno/', '/tags/x/']
  })
})

test('a removed tag renders the term pages and the index', async () => {
  await checkRebuild({
    site,
    edit: {'content/a/one.md': `${one.replace('[x]', '[]')}First.\n`},
    // Lists and neighbors show pages whole, with their terms.
    rendered: ['/', '/a/', '/a/one/', '/a/two/', '/tags/', '/tags/x/']
  })
})

test('a new date reorders its lists and neighbors', async () => {
  await checkRebuild({
    site,
    edit: {'content/a/one.md': `${one.replace('01-03', '01-01')}First.\n`},
    rendered: ['/', '/a/', '/a/one/', '/a/three/', '/a/two/', '/tags/x/']
  })
})

test('a deleted article leaves its lists, and those that link to it warn', async () => {
  await checkRebuild({
    site,
    edit: {'content/a/one.md': undefined},
    rendered: ['/', '/a/', '/a/two/', '/tags/', '/tags/x/']
  })
})

test('a new article appears where it belongs', async () => {
  await checkRebuild({
    site,
    edit: {'content/b/near.md': '---\ntitle: Near\ndate: 2024-02-01\n---\n'},
    rendered: ['/', '/b/', '/b/far/', '/b/near/']
  })
})

test('a draft that is published appears', async () => {
  await checkRebuild({
    site: `${site}-- content/b/near.md --\n---\ntitle: Near\ndraft: true\n---\n`,
    edit: {'content/b/near.md': '---\ntitle: Near\n---\n'},
    rendered: ['/', '/b/', '/b/far/', '/b/near/']
  })
})

test('a changed file is copied again', async () => {
  await checkRebuild({site, edit: {'public/f.txt': 'changed'}, rendered: ['/f.txt']})
})

test('a changed order of one section renders that section', async () => {
  await checkRebuild({
    site,
    edit: {},
    config: [{}, {sections: {a: {order: ['title']}}}],
    rendered: ['/a/', '/a/one/', '/a/three/', '/a/two/']
  })
})
