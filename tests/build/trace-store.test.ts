import {beforeEach, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {Host} from '#src/model/host.ts'
import {plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

/** How the traces of a site lie in its store. */

let site: MemoryHost

beforeEach(async () => {
  const articles = Array.from(
    {length: 20},
    (_, number) => [`content/a/p${number}.md`, articleOf(number, 'Text')] as const
  )
  site = memoryHost(Object.fromEntries(articles), {templates: plainTemplates})
  await build(site, plainOptions)
})

function articleOf(number: number, body: string): string {
  return `---\ntitle: P${number} of a number\ntags: [t${number % 5}]\n---\n${body}\n`
}

/** The one file of the traces with this extension. */
function traced(extension: string): string {
  const [file, ...others] = [...site.files.keys()].filter(
    (path) => path.startsWith('.galley/traced/') && path.endsWith(extension)
  )
  expect(others).toEqual([])
  return file ?? ''
}

function sizeOf(file: string): number {
  return site.files.get(file)?.length ?? 0
}

/** Build after an edit, and compare with a site that is built for the first time. */
async function checkBuild(host: Host = site): Promise<ReadonlyArray<string>> {
  const {rendered, diagnostics} = await build(host, plainOptions)
  const clean = memoryHost(
    Object.fromEntries([...site.files].filter(([path]) => path.startsWith('content/'))),
    {templates: plainTemplates}
  )
  const expected = await build(clean, plainOptions)
  expect(site.outputs).toEqual(clean.outputs)
  expect(diagnostics).toEqual(expected.diagnostics)
  return rendered
}

test('an edited body writes neither keys nor known answers again', async () => {
  const [keys, answers] = [traced('.keys'), traced('.answers')]
  const [keyBytes, size] = [site.files.get(keys), sizeOf(answers)]
  site.files.set('content/a/p7.md', articleOf(7, 'Another text'))
  expect(await checkBuild()).toEqual(['/a/p7/'])
  expect([traced('.keys'), traced('.answers')]).toEqual([keys, answers])
  expect(site.files.get(keys)).toBe(keyBytes)
  expect(sizeOf(answers) - size).toBeLessThan(500)
  site.files.set('content/a/p8.md', articleOf(8, 'Another text'))
  expect(await checkBuild()).toEqual(['/a/p8/'])
})

test('what is asked anew, and no more, is in the next keys', async () => {
  const keys = traced('.keys')
  const size = sizeOf(keys)
  site.files.set('content/a/p20.md', articleOf(20, 'Text'))
  await checkBuild()
  expect(traced('.keys')).not.toBe(keys)
  site.files.delete('content/a/p20.md')
  await checkBuild()
  expect(sizeOf(traced('.keys'))).toBe(size)
})

test('an answer that is lost or damaged is worked out again', async () => {
  const answers = traced('.answers')
  for (const damage of [
    () => site.files.delete(answers),
    () => site.files.set(answers, Buffer.alloc(sizeOf(answers), '"')),
    () => site.files.set(answers, Buffer.from('short'))
  ]) {
    damage()
    site.files.set('content/a/p7.md', articleOf(7, `Text ${sizeOf(answers)}`))
    await checkBuild()
    site.files.set('content/a/p7.md', articleOf(7, 'Text').replace('title: P7', 'title: Another'))
    await checkBuild()
  }
})

test('traces without their keys are none', async () => {
  site.files.delete(traced('.keys'))
  site.files.set('content/a/p7.md', articleOf(7, 'Another text'))
  expect((await checkBuild()).length).toBeGreaterThan(20)
})

test('bytes that a killed build left behind the answers are passed over', async () => {
  const answers = traced('.answers')
  site.files.set(answers, Buffer.concat([Buffer.from(site.files.get(answers) ?? ''), Buffer.from('torn')]))
  for (const text of ['One', 'Two']) {
    site.files.set('content/a/p7.md', articleOf(7, text))
    expect(await checkBuild()).toEqual(['/a/p7/'])
  }
})

test('answers are written anew when most bytes lie unused', async () => {
  const answers = traced('.answers')
  const size = sizeOf(answers)
  const unused = Buffer.alloc(2 * 1024 * 1024)
  site.files.set(answers, Buffer.concat([Buffer.from(site.files.get(answers) ?? ''), unused]))
  site.files.set('content/a/p7.md', articleOf(7, 'Another text'))
  expect(await checkBuild()).toEqual(['/a/p7/'])
  expect(traced('.answers')).not.toBe(answers)
  expect(Math.abs(sizeOf(traced('.answers')) - size)).toBeLessThan(500)
  site.files.set('content/a/p8.md', articleOf(8, 'Another text'))
  expect(await checkBuild()).toEqual(['/a/p8/'])
})
