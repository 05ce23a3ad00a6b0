import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import {plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

test('a page that asks whether there is a file is rendered again when it comes and goes', async () => {
  const [home] = plainTemplates.filter(({name}) => name === 'home')
  if (home === undefined) throw new Error('Expected a template for the home page')
  const asking = {
    ...home,
    render: ((given: Parameters<typeof home.render>[0]) => {
      const {view} = given as {readonly view: {readonly has: (path: string) => boolean}}
      return view.has('/icon.svg') ? 'has one' : 'has none'
    }) as unknown as typeof home.render
  }
  const host = memoryHost(
    {'content/a.md': '---\ntitle: A\n---\n'},
    {templates: [...plainTemplates.filter((template) => template !== home), asking]}
  )
  const shown = async (): Promise<string | undefined> => {
    await build(host, plainOptions)
    const [, bytes] = [...host.outputs].find(([path]) => path === 'index.html') ?? []
    return new TextDecoder().decode(bytes).trim().split('\n').at(-1)
  }
  expect(await shown()).toBe('has none')
  host.files.set('public/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
  expect(await shown()).toBe('has one')
  host.files.delete('public/icon.svg')
  expect(await shown()).toBe('has none')
})
