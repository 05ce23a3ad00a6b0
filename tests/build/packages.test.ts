import {describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

const diagram = '# A\n\n```mermaid\ngraph LR\n```\n'
const installed = {
  'node_modules/mermaid@1.2.3/dist/mermaid.esm.min.mjs': 'import "./chunks/mermaid.esm.min/a.mjs"',
  'node_modules/mermaid@1.2.3/dist/chunks/mermaid.esm.min/a.mjs': '1',
  'node_modules/mermaid@1.2.3/dist/mermaid.js': 'for other uses',
  'node_modules/mermaid@1.2.3/package.json': '{}'
}
const published = [
  'assets/mermaid-1.2.3/chunks/mermaid.esm.min/a.mjs',
  'assets/mermaid-1.2.3/mermaid.esm.min.mjs'
]

describe('a package for browsers', () => {
  test.each([
    ['with a page that needs it', {'content/a.md': diagram}, published],
    ['with a section whose text needs it', {'content/s/_index.md': diagram}, published],
    ['with a draft alone', {'content/a.md': `---\ndraft: true\n---\n${diagram}`}, []],
    ['without any use', {'content/a.md': '# A'}, []]
  ])('is published %s, what pages load of it', async (_, content, expected) => {
    const host = hostOf({...content, ...installed})
    expect(problemsOf(await build(host, plainOptions))).toEqual([])
    expect(packagedIn(host)).toEqual(expected)
  })

  test('comes with the first diagram and goes with the last, as in a clean build', async () => {
    const host = hostOf({'content/a.md': '# A', 'content/b.md': '# B', ...installed})
    await build(host, plainOptions)
    const states = [
      [{'content/a.md': diagram}, published],
      [{'content/b.md': diagram, 'content/a.md': '# A'}, published],
      [{'content/b.md': '# B'}, []]
    ] as const
    for (const [edits, expected] of states) {
      for (const [path, text] of Object.entries(edits)) host.files.set(path, text)
      await build(host, plainOptions)
      expect(packagedIn(host)).toEqual(expected)
      expect(await build(host, plainOptions)).toMatchObject({created: 0, updated: 0, removed: 0})
    }
  })

  test('has its version in the address', async () => {
    const host = hostOf({'content/a.md': diagram, ...installed})
    await build(host, plainOptions)
    for (const [path, text] of Object.entries(installed)) {
      host.files.delete(path)
      host.files.set(path.replace('1.2.3', '2.0.0'), text)
    }
    await build(host, plainOptions)
    expect(packagedIn(host)).toEqual(published.map((path) => path.replace('1.2.3', '2.0.0')))
  })

  test('is missed once, where it is not installed', async () => {
    const host = hostOf({'content/a.md': diagram, 'content/b.md': diagram})
    expect(problemsOf(await build(host, plainOptions))).toEqual([
      'content/a.md:3:1 warning site/missing-package: Expected the package `mermaid` for a text that needs it, found none installed'
    ])
  })

  test('is not asked for where diagrams are switched off', async () => {
    const host = hostOf({'content/a.md': diagram, ...installed}, {markdown: {mermaid: false}})
    expect(problemsOf(await build(host, plainOptions))).toEqual([])
    expect(packagedIn(host)).toEqual([])
  })
})

function hostOf(files: Readonly<Record<string, string>>, config: unknown = {}): MemoryHost {
  return memoryHost(files, {templates: plainTemplates, config})
}

function packagedIn({outputs}: MemoryHost): ReadonlyArray<string> {
  return [...outputs.keys()].filter((path) => path.startsWith('assets/')).sort()
}
