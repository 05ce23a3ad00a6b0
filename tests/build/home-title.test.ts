import type {HomeView} from 'galley'
import {h} from 'preact'
import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import {plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

test.each([
  ['of the site where the root has no text', {}, 'Field notes'],
  ['of the root’s text', {'content/_index.md': '---\ntitle: Welcome\n---\n'}, 'Welcome']
])('the title of the home page is that %s', async (_, files, title) => {
  const templates = plainTemplates.map((template) =>
    template.name === 'home'
      ? {...template, render: ({section}: HomeView) => h('h1', null, section.title)}
      : template
  )
  const host = memoryHost({'content/a/b.md': '# B\n', ...files}, {templates, config: {title: 'Field notes'}})
  await build(host, plainOptions)
  const bytes = [...host.outputs].find(([path]) => path === 'index.html')?.[1]
  expect(new TextDecoder().decode(bytes)).toContain(`<h1>${title}</h1>`)
})
