import {createContext, type FunctionComponent, h, type VNode} from 'preact'
import {useContext} from 'preact/hooks'
import {describe, expect, test} from 'vitest'
import {z} from 'zod'
import {build} from '#src/build/build.ts'
import {textBytesMax} from '#src/build/read/decode-text.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import {buildSite, plainOptions, problemsOf} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

const good = '---\ntitle: Good\n---\n'

describe('a build with errors', () => {
  test('reports those of every file and writes nothing', async () => {
    const {result, files, problems} = await buildSite(`
-- content/a/one.md --
---
title: [a
---
-- content/a/two.md --
---
title: Two
date: tomorrow
---
-- content/a/good.md --
${good}`)
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(
      expect.arrayContaining(['content/a/two.md:3:7'])
    )
    expect(new Set(problems.map((problem) => problem.split(':')[0]))).toEqual(
      new Set(['content/a/one.md', 'content/a/two.md'])
    )
    expect(result.isWritten).toBe(false)
    expect(files).toEqual({})
  })

  test('leaves the last good output as it was', async () => {
    const host = memoryHost({'content/a/x.md': good, 'content/a/y.md': good}, {templates: plainTemplates})
    await build(host, plainOptions)
    const before = new Map(host.outputs)
    host.files.set('content/a/x.md', '---\ndate: tomorrow\n---\n')
    host.files.delete('content/a/y.md')
    const result = await build(host, plainOptions)
    expect(result.isWritten).toBe(false)
    expect(host.outputs).toEqual(before)
  })

  test('writes what is good when told to keep going, and removes nothing', async () => {
    const host = memoryHost({'content/a/x.md': good}, {templates: plainTemplates})
    await build(host, plainOptions)
    host.files.set('content/a/x.md', '---\ndate: tomorrow\n---\n')
    host.files.set('content/a/new.md', '---\ntitle: New\n---\n')
    const result = await build(host, {...plainOptions, keepGoing: true})
    expect(result.isWritten).toBe(true)
    expect(problemsOf(result)).toHaveLength(1)
    expect([...host.outputs.keys()].filter((path) => path.startsWith('a/')).sort()).toEqual([
      'a/index.html',
      'a/new/index.html',
      'a/x/index.html'
    ])
    expect(
      new TextDecoder().decode([...host.outputs].find(([path]) => path === 'a/index.html')?.[1])
    ).not.toContain('Good')
  })

  test('has them for warnings too when strict', async () => {
    const {result} = await buildSite('-- content/a/x.md --\nNo title.\n', {strict: true})
    expect(result.isWritten).toBe(false)
    expect(problemsOf(result)).toEqual([
      'content/a/x.md error site/no-title: Expected a title, found neither `title` nor a heading; the file name gives `X`'
    ])
  })
})

describe('a build that is mended', () => {
  test('removes what it wrote itself and nothing else', async () => {
    const host = memoryHost({'content/a/x.md': good, 'content/a/y.md': good}, {templates: plainTemplates})
    await build(host, plainOptions)
    host.outputs.set('foreign.html' as never, new TextEncoder().encode('not ours'))
    host.files.delete('content/a/y.md')
    const result = await build(host, plainOptions)
    expect(result).toMatchObject({removed: 1, created: 0})
    expect([...host.outputs.keys()]).toContain('foreign.html')
    expect([...host.outputs.keys()]).not.toContain('a/y/index.html')
  })

  test('keeps what is equal', async () => {
    const host = memoryHost({'content/a/x.md': good}, {templates: plainTemplates})
    await build(host, plainOptions)
    expect(await build(host, plainOptions)).toMatchObject({created: 0, updated: 0, removed: 0})
  })
})

describe('a problem of', () => {
  const check = async (site: string, config?: unknown): Promise<ReadonlyArray<string>> =>
    (await buildSite(site, {config})).problems

  test('two pages with one address names both', async () => {
    expect(
      await check(`
-- content/a/x.md --
---
title: X
---
-- content/b/y.md --
---
title: Y
url: /a/x/
---
`)
    ).toEqual([
      'content/b/y.md:3:6 error routing/collision: Expected one page for each address, found `/a/x/` claimed by `content/a/x.md` too'
    ])
  })

  test('an unknown layout is at its place', async () => {
    const problems = await check('-- content/a/x.md --\n---\ntitle: X\nlayout: nosuch\n---\n')
    expect(problems).toEqual([
      'content/a/x.md:3:9 error render/unknown-layout: Expected the name of a template, found `nosuch`'
    ])
  })

  test('a template that throws is told of once, with the first page', async () => {
    const pages = ['x', 'y'].map(
      (name) => `-- content/a/${name}.md --\n---\ntitle: ${name}\nlayout: failing\n---\n`
    )
    const {problems, result} = await buildSite(pages.join(''))
    expect(result.diagnostics[0]?.hint).toBe('It does for `/a/x/`')
    expect(problems).toEqual([
      'templates/failing.tsx error render/template-failed: Expected HTML, but the template failed: a template with a fault'
    ])
  })

  test('a missing template names the kind', async () => {
    const host = memoryHost(
      {'content/x.md': good},
      {templates: plainTemplates.filter(({name}) => name !== '404')}
    )
    expect(problemsOf(await build(host, plainOptions))).toEqual([
      'templates/404.tsx error render/missing-template: Expected a template for pages of kind `404`, found none'
    ])
  })

  test('a template that cannot be loaded is not missing too', async () => {
    const host = memoryHost({'content/a/x.md': '---\ntitle: X\nlayout: own\n---\n\n::own\n'}, {templates: []})
    const problem = {
      code: 'host/template-syntax',
      severity: 'error',
      reason: 'Expected a valid template, found an error: x',
      file: 'templates/components/own.tsx'
    } as const
    const broken = {value: [], diagnostics: [problem]}
    const findTemplates = async () => ({load: async () => broken})
    expect((await build({...host, findTemplates}, plainOptions)).diagnostics).toEqual([problem])
  })

  test('a template that throws has the place in its code where that is known, once for all pages', async () => {
    const [failing] = plainTemplates.filter(({name}) => name === 'failing')
    if (failing === undefined) throw new Error('Expected a template that fails')
    const place = {line: 2, column: 3, endLine: 2, endColumn: 4}
    const templates = [
      ...plainTemplates.filter((template) => template !== failing),
      {...failing, locate: () => ({file: 'templates/partials/part.tsx', place})},
      {
        ...failing,
        name: 'components/own',
        file: 'templates/components/own.tsx',
        locate: () => ({file: 'templates/partials/part.tsx', place})
      }
    ]
    const site = {
      'content/a/x.md': '---\ntitle: X\nlayout: failing\n---\n',
      'content/a/y.md': '# Y\n\n::own\n',
      'content/a/z.md': '---\ntitle: Z\nlayout: failing\n---\n'
    }
    expect((await build(memoryHost(site, {templates}), plainOptions)).diagnostics).toMatchObject([
      {
        code: 'render/component-failed',
        file: 'content/a/y.md',
        place: {line: 3, column: 1},
        hint: 'Thrown at `templates/partials/part.tsx:2:3`'
      },
      {
        code: 'render/template-failed',
        file: 'templates/partials/part.tsx',
        place,
        hint: 'It does for `/a/x/`, which `templates/failing.tsx` renders'
      }
    ])
  })

  test('a schema is at the value', async () => {
    const schema = z.object({level: z.enum(['easy', 'hard']), since: z.number().optional()})
    const problems = await check(
      '-- content/a/x.md --\n---\ntitle: X\nlevel: medium\nparams:\n  since: old\n---\n',
      {sections: {a: {schema}}}
    )
    expect(problems.map((problem) => problem.replace(/: .*/s, ''))).toEqual([
      'content/a/x.md:3:8 error site/schema',
      'content/a/x.md:5:10 error site/schema'
    ])
  })

  test('a field that a schema misses is at the name that was written for it', async () => {
    const schema = z.object({level: z.string(), since: z.number(), kind: z.object({name: z.string()})})
    const {result} = await buildSite(
      '-- content/a/x.md --\n---\ntitle: X\nlevle: hard\nparams:\n  sinec: 3\nkind: {}\n---\n-- content/a/y.md --\n---\ntitle: Y\nkind: {name: k}\nsince: 3\n---\n',
      {config: {sections: {a: {schema}}}}
    )
    expect(result.diagnostics).toMatchObject([
      {file: 'content/a/x.md', place: {line: 3, column: 1}, hint: 'Is `levle` to be `level`?'},
      {file: 'content/a/x.md', place: {line: 5, column: 3}, hint: 'Is `sinec` to be `since`?'},
      {file: 'content/a/x.md', place: {line: 6, column: 7}},
      {file: 'content/a/y.md', hint: 'Write `level:` into the front matter'}
    ])
  })

  test('an asynchronous schema is refused', async () => {
    const schema = {'~standard': {version: 1, vendor: 'test', validate: async () => ({value: {}})}}
    expect(await check(`-- content/a/x.md --\n${good}`, {sections: {a: {schema}}})).toEqual([
      'content/a/x.md error site/asynchronous-schema: Expected a schema of `a` that answers at once, found an asynchronous one'
    ])
  })

  test.each<[string, (value: unknown) => unknown, string?]>([
    ['throws', () => fail('broken'), 'it failed: broken'],
    ['answers with what JSON cannot hold', () => ({value: {a: 1n}})],
    ['answers with a function', () => ({value: () => 1}), 'it answered with a function'],
    ['answers with a list', () => ({value: [1]}), 'it answered with a list'],
    ['answers with text', () => ({value: 'x'}), 'it answered with text'],
    ['answers with nothing', () => undefined]
  ])('a schema that %s is an error', async (_, validate, problem = '') => {
    const schema = {'~standard': {version: 1, vendor: 'test', validate}}
    const problems = await check(`-- content/a/x.md --\n${good}`, {sections: {a: {schema}}})
    expect(problems).toEqual([expect.stringContaining('content/a/x.md error site/schema-failed')])
    expect(problems[0]).toContain(problem)
  })

  test('an asynchronous schema that fails ends nothing', async () => {
    const validate = async (): Promise<never> => fail('late')
    const schema = {'~standard': {version: 1, vendor: 'test', validate}}
    expect(await check(`-- content/a/x.md --\n${good}`, {sections: {a: {schema}}})).toEqual([
      expect.stringContaining('site/asynchronous-schema')
    ])
  })

  test('a schema is at the value below `params`, whatever its key', async () => {
    const schema = z.object({level: z.number(), 'a/b': z.number()})
    const site = '-- content/a/x.md --\n---\nlevel: 1\ntitle: X\nparams:\n  level: x\n  a/b: x\n---\n'
    const problems = await check(site, {sections: {a: {schema}}})
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'content/a/x.md:5:10',
      'content/a/x.md:6:8'
    ])
  })

  test('a template that returns nothing names the page', async () => {
    expect(await check('-- content/a/x.md --\n---\ntitle: X\nlayout: empty\n---\n')).toEqual([
      'templates/empty.tsx error render/template-failed: Expected HTML, but the template failed: it returned nothing; is it asynchronous, or is `return` missing?'
    ])
  })

  test.each<[string, FunctionComponent<{readonly x?: string}>, string | undefined]>([
    ['is asynchronous', Later as never, '`<Later>` is asynchronous, and nobody waits for it'],
    ['returns null', () => null, undefined],
    ['returns nothing at times', Sometimes, undefined],
    ['is an expression', ({x}) => x as never, undefined]
  ])('a part of a template that %s', async (_, part, problem) => {
    const [article] = plainTemplates.filter(({name}) => name === 'article')
    if (article === undefined) throw new Error('Expected a template for articles')
    const render = () => h('main', {}, h(part, {}))
    const templates = [...plainTemplates.filter((one) => one !== article), {...article, render}]
    const {problems} = await buildSite('-- content/a/x.md --\n---\ntitle: X\n---\n', {templates})
    const told = `${article.file} error render/template-failed: Expected HTML, but the template failed: ${problem}`
    expect(problems).toEqual(problem === undefined ? [] : [told])
  })

  test('context reaches the parts of a template', async () => {
    const [article] = plainTemplates.filter(({name}) => name === 'article')
    if (article === undefined) throw new Error('Expected a template for articles')
    const Color = createContext('red')
    const Shown = () => h('i', {}, useContext(Color))
    const render = () =>
      h(
        'main',
        {},
        h(
          Color.Provider,
          {value: 'blue'},
          h(Shown, {}),
          h(Color.Consumer, {children: (color) => h('b', {}, color)})
        )
      )
    const templates = [...plainTemplates.filter((one) => one !== article), {...article, render}]
    const {files} = await buildSite('-- content/a/x.md --\n---\ntitle: X\n---\n', {templates})
    expect(files['a/x/index.html']).toContain('<i>blue</i><b>blue</b>')
  })

  test('bytes that are no text names the offset', async () => {
    const files = {
      'content/latin.md': new Uint8Array([0x61, 0xc3, 0xa4, 0x62, 0xe4, 0x62]),
      'content/nul.md': new Uint8Array([0x61, 0, 0x62]),
      'content/utf16.md': new Uint8Array([0xff, 0xfe, 0x61, 0])
    }
    const result = await build(memoryHost(files, {templates: plainTemplates}), plainOptions)
    expect(problemsOf(result)).toEqual([
      'content/latin.md error build/not-utf8: Expected UTF-8 text, found another byte sequence at byte 4 (it looks like Latin-1 or Windows-1252)',
      'content/nul.md error build/nul-byte: Expected text, found a NUL byte at byte 1',
      'content/utf16.md error build/not-utf8: Expected UTF-8 text, found another byte sequence at byte 0 (it looks like UTF-16)'
    ])
  })

  test('a text is as large as it may be, and no byte larger', async () => {
    const ofLength = (length: number) => Buffer.from('# Large\n\n'.padEnd(length, 'Words. '))
    const files = {
      'content/large.md': ofLength(textBytesMax),
      'content/larger.md': ofLength(textBytesMax + 1)
    }
    const result = await build(memoryHost(files, {templates: plainTemplates}), plainOptions)
    expect(problemsOf(result)).toEqual([
      'content/larger.md error build/too-large-text: Expected a text of at most 5 MB, found 5.1 MB'
    ])
  })

  test('an empty site is a warning, and the site is valid', async () => {
    const {files, problems} = await buildSite('')
    expect(problems).toEqual([
      'content warning build/no-content: Expected articles, found no file below `content/`'
    ])
    expect(Object.keys(files).sort()).toEqual(['404.html', 'index.html'])
  })
})

async function Later(): Promise<VNode> {
  return h('footer', {})
}

function Sometimes({x}: {readonly x?: string}): VNode {
  if (x === undefined) return undefined as never
  return h('b', {})
}

function fail(reason: string): never {
  throw new Error(reason)
}
