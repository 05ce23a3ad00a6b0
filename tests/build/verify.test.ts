import {h} from 'preact'
import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {verifyBuild} from '#src/build/verify-build.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

async function verify(host: MemoryHost): Promise<ReadonlyArray<string>> {
  const result = await build(host, plainOptions)
  return problemsOf({diagnostics: await verifyBuild(host, plainOptions, result)})
}

test('a site that is as a clean build would make it', async () => {
  const host = memoryHost({'content/a/x.md': '# X\n[broken](nowhere.md)'}, {templates: plainTemplates})
  expect(await verify(host)).toEqual([])
  host.files.set('content/a/x.md', '# Y')
  expect(await verify(host)).toEqual([])
})

test('a page that depends on what is not recorded is found out, with the first byte that differs', async () => {
  let count = 0
  const counting: LoadedTemplate = {
    name: 'page',
    file: 'templates/page.tsx',
    hash: 'counting',
    render: () => h('p', null, `rendered ${count++} times`)
  }
  const templates = [...plainTemplates.filter(({name}) => name !== 'page'), counting]
  const host = memoryHost({'content/about.md': '# About'}, {templates})
  const [problem, ...others] = await verify(host)
  expect(others).toEqual([])
  expect(problem).toMatch(
    /^about\/index\.html error build\/differs-from-clean: .*`\/about\/`, found others from byte 28 on; it read routeAt/
  )
})

test('a file that is missing is found out', async () => {
  const host = memoryHost({'content/about.md': '# About'}, {templates: plainTemplates})
  const result = await build(host, plainOptions)
  host.outputs.delete('about/index.html' as OutputPath)
  const problems = await verifyBuild(host, plainOptions, result)
  expect(problems.map(({file, code}) => `${file} ${code}`)).toEqual([
    'about/index.html build/differs-from-clean'
  ])
})
