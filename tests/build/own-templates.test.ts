import type {TaxonomyView, TermView} from 'galley'
import {h} from 'preact'
import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import {plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'
import {parseSite} from './site-text.ts'

/** A theme with a template of its own for the pages of authors. */
const theme = [...plainTemplates, namedTerm('authors/term', 'theme')].map((template) => ({
  ...template,
  isBuiltIn: true
}))

const site = `
-- content/a/one.md --
---
title: One
tags: [x]
authors: [Ada]
---
First.
-- content/a/two.md --
---
title: Two
tags: [y]
---
Second.
`

const authorPath = '/authors/ada/'
const termPaths = [authorPath, '/tags/x/', '/tags/y/']

test.each<[string, LoadedTemplate | undefined, ReadonlyArray<string>, string]>([
  ['of another text takes the pages of all terms', namedTerm('term', 'own'), termPaths, 'own Ada'],
  // The templates that there are have the names and hashes that they had: it is known by whose it is alone.
  [
    'that equals the theme’s takes those of authors',
    plainTemplates.filter(({name}) => name === 'term').map((plain) => ({...plain, isBuiltIn: false}))[0],
    [authorPath],
    'Ada · '
  ],
  ['for authors takes theirs', namedTerm('authors/term', 'own'), [authorPath], 'own Ada']
])('a template of the site %s', async (_, own, rendered, title) => {
  if (own === undefined) throw new Error('Expected a template')
  const first = hostOf(theme)
  await build(first, plainOptions)
  expect(titleOf(first)).toBe('theme Ada')

  const second = after(first, [...theme.filter(({name}) => name !== own.name), own])
  expect([...(await build(second, plainOptions)).rendered].sort()).toEqual(rendered)
  expect(titleOf(second)).toContain(title)

  const third = after(second, theme)
  expect([...(await build(third, plainOptions)).rendered].sort()).toEqual(rendered)
  expect(third.outputs).toEqual(first.outputs)
})

test('a template of the site that no page takes renders nothing', async () => {
  const first = hostOf(theme)
  await build(first, plainOptions)
  const second = after(first, [...theme, namedTerm('genres/term', 'own')])
  expect((await build(second, plainOptions)).rendered).toEqual([])
})

test('the page of all terms has the layout that its text asks for', async () => {
  const text = '-- content/tags/_index.md --\n---\ntitle: Tags\nlayout: cloud\n---\n'
  const render = ({terms}: TaxonomyView) => h('title', null, `cloud of ${terms.length}`)
  const cloud: LoadedTemplate = {name: 'cloud', file: 'templates/cloud.tsx', hash: 'cloud', render}
  const host = hostOf([...theme, cloud], parseSite(site + text))
  await build(host, plainOptions)
  expect(new TextDecoder().decode(host.outputs.get('tags/index.html' as never))).toContain('cloud of 2')
})

function namedTerm(name: string, mark: string): LoadedTemplate {
  const render = ({term}: TermView) => h('title', null, `${mark} ${term.title}`)
  return {name, file: `templates/${name}.tsx`, hash: `${name} ${mark}`, render}
}

function hostOf(templates: ReadonlyArray<LoadedTemplate>, files = parseSite(site)): MemoryHost {
  const config = {taxonomies: {authors: {}, tags: {}}}
  return memoryHost(files, {templates, config})
}

/** What a host has written, in a new state of the process. */
function after(before: MemoryHost, templates: ReadonlyArray<LoadedTemplate>): MemoryHost {
  const host = hostOf(templates, Object.fromEntries(before.files) as ReturnType<typeof parseSite>)
  for (const [path, bytes] of before.outputs) host.outputs.set(path, bytes)
  return host
}

function titleOf({outputs}: MemoryHost): string {
  const text = new TextDecoder().decode(outputs.get('authors/ada/index.html' as never))
  return /<title>([^<]*)/.exec(text)?.[1] ?? ''
}
