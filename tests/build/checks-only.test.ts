import {beforeEach, expect, test} from 'vitest'
import {type BuildResult, build} from '#src/build/build.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {Host} from '#src/model/host.ts'
import {buildSite, plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'
import {parseSite} from './site-text.ts'

const text = `
-- content/a/one.md --
---
title: One
tilte: Two
---
[Gone](gone.md)
-- content/a/two.md --
---
title: Two
---
Text.
`

let site: MemoryHost

beforeEach(() => {
  site = memoryHost(parseSite(text), {templates: plainTemplates})
})

/** Check the site with an output folder that must not be touched. */
function check(changed: Partial<Host> = {}): Promise<BuildResult> {
  const touch = () => {
    throw new Error('The output folder was touched')
  }
  const {output} = site
  const untouchable = {...output, stage: touch, publish: touch, remove: touch}
  return build({...site, output: untouchable, ...changed}, {...plainOptions, checksOnly: true})
}

test('finds what a build finds, errors included, and touches no output', async () => {
  site.files.set('content/a/three.md', '---\ntitle: [\n---\n')
  const expected = await build(
    memoryHost(Object.fromEntries(site.files), {templates: plainTemplates}),
    plainOptions
  )
  const {diagnostics, isWritten} = await check()
  expect(diagnostics).toEqual(expected.diagnostics)
  expect(new Set(diagnostics.map(({severity}) => severity))).toEqual(new Set(['error', 'warning']))
  expect(isWritten).toBe(false)
  expect(site.outputs.size).toBe(0)
})

test('leaves an older site where it is, and what it finds twice is the same', async () => {
  await build(site, plainOptions)
  const before = new Map(site.outputs)
  site.files.set('content/a/two.md', '---\ntitle: Two\n---\n[Gone](gone.md)\n')
  const first = await check()
  expect(first.rendered).toEqual(['/a/two/'])
  expect(first.diagnostics).toHaveLength(3)
  expect(site.outputs).toEqual(before)
  expect(await check()).toEqual({...first, rendered: []})
})

test('without an output folder renders only what changed', async () => {
  await check()
  expect((await check()).rendered).toEqual([])
  site.files.set('content/a/two.md', '---\ntitle: Two\n---\nOther text.\n')
  expect((await check()).rendered).toEqual(['/a/two/'])
})

test('a build after a check writes what a clean build writes, and a check after a build does nothing', async () => {
  await check()
  const built = await build(site, plainOptions)
  const clean = await buildSite(text)
  expect(built).toMatchObject({isWritten: true, created: clean.result.created})
  expect(built.diagnostics).toEqual(clean.result.diagnostics)
  expect(
    Object.fromEntries([...site.outputs].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))
  ).toEqual(clean.files)
  expect(await check()).toMatchObject({rendered: [], diagnostics: clean.result.diagnostics})
  expect(await build(site, plainOptions)).toMatchObject({rendered: [], created: 0, updated: 0, removed: 0})
})
