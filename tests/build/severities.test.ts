import {describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {openSite} from '#src/build/open-site.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {buildSite, plainOptions, problemsOf} from './check-build.ts'
import {checkSite, type SiteCase} from './check-site.ts'
import {plainTemplates} from './plain-templates.ts'
import {parseSite} from './site-text.ts'

const broken = `
-- content/a/one.md --
---
title: One
---
[Gone](gone.md)
-- content/a/b/two.md --
---
title: Two
---
[Gone](gone.md)
-- content/c/three.md --
[Gone](gone.md)
`
const code = 'routing/broken-reference'

describe('rules', () => {
  test.each<[string, SiteCase]>([
    [
      'of the site give a severity, and leave out what is off',
      {
        site: broken,
        config: {checks: {[code]: 'hint', 'site/no-title': 'off'}},
        problems: [],
        hints: [
          `content/a/b/two.md:4:8 hint ${code}`,
          `content/a/one.md:4:8 hint ${code}`,
          `content/c/three.md:1:8 hint ${code}`
        ]
      }
    ],
    [
      'of the nearest section count for its files',
      {
        site: broken,
        config: {
          checks: {'site/no-title': 'hint'},
          sections: {
            '': {checks: {[code]: 'off'}},
            '/a/': {checks: {[code]: 'hint'}},
            'a/b': {checks: {[code]: 'warning'}}
          }
        },
        problems: [`content/a/b/two.md:4:8 warning ${code}`],
        hints: [`content/a/one.md:4:8 hint ${code}`, 'content/c/three.md hint site/no-title']
      }
    ],
    [
      'leave errors what they are',
      {
        site: '-- content/a.md --\n:::nte\nText.\n:::\n',
        config: {
          checks: {'render/unknown-component': 'off', 'site/no-title': 'off', 'my-lint/whatever': 'error'},
          markdown: {unknownComponents: 'error'}
        },
        problems: ['content/a.md:1:1 error render/unknown-component']
      }
    ]
  ])('%s', async (_, site) => {
    await checkSite(site)
  })

  test('for codes that there are not are errors of the configuration', async () => {
    const {problems} = await buildSite(broken, {config: {checks: {'site/no-titel': 'off'}}})
    expect(problems.filter((problem) => problem.startsWith('galley.config.ts'))).toEqual([
      'galley.config.ts error config/unknown-check: Expected the code of a problem, found `site/no-titel`'
    ])
  })

  test('make an error of a warning, which keeps the site from being written', async () => {
    const {result, files} = await buildSite(broken, {config: {checks: {[code]: 'error'}}})
    expect(result.isWritten).toBe(false)
    expect(files).toEqual({})
  })

  test('keep a strict build from failing where they say that something is a hint', async () => {
    const config = {checks: {[code]: 'hint', 'site/no-title': 'hint'}}
    expect((await buildSite(broken, {config, strict: true})).result.isWritten).toBe(true)
    expect((await buildSite(broken, {strict: true})).result.isWritten).toBe(false)
  })

  test('change what is told, and have nothing compiled or rendered again', async () => {
    const host = memoryHost(parseSite(broken), {templates: plainTemplates})
    await build(host, plainOptions)
    const config = {checks: {[code]: 'off' as const}}
    const loadConfig = async () => ({value: {text: '', value: config, hash: 'other'}, diagnostics: []})
    const compiled: Array<string> = []
    const result = await build(
      {...host, loadConfig},
      {
        ...plainOptions,
        onProgress: ({stage, total}) => stage === 'compile' && total > 0 && compiled.push(stage)
      }
    )
    expect(problemsOf(result).filter((problem) => problem.includes(code))).toEqual([])
    expect(result).toMatchObject({rendered: [], created: 0, updated: 0})
    expect(compiled).toEqual([])
  })

  test('count in the dev server, also when they change', async () => {
    const host = memoryHost(parseSite(broken), {templates: plainTemplates})
    let checks = {}
    const loadConfig = async () => ({value: {text: '', value: {checks}, hash: 'h'}, diagnostics: []})
    const options = {...plainOptions, keepGoing: true, onCompiled: () => undefined}
    const opened = openSite({...host, loadConfig}, options)
    const severities = async (): Promise<ReadonlyArray<string>> => {
      const state = await opened.renew()
      state.output('a/one/index.html' as OutputPath)
      return state.diagnostics().flatMap((found) => (found.code === code ? [found.severity] : []))
    }
    expect(await severities()).toEqual(['warning'])
    checks = {[code]: 'error'}
    expect(await severities()).toEqual(['error'])
    checks = {[code]: 'off'}
    expect(await severities()).toEqual([])
  })
})

describe('an ignore', () => {
  const article = (body: string): string => `-- content/a.md --\n---\ntitle: A\n---\n${body}`
  const ignore = `<!-- galley-ignore ${code}: it is made later -->`

  test.each<[string, SiteCase]>([
    [
      'before a block silences in the whole block, and nowhere else',
      {
        site: article(`${ignore}\nOne line\nand [another](gone.md).\n\n[Next](gone.md)\n`),
        problems: [`content/a.md:8:8 warning ${code}`],
        lacks: ['galley-ignore', 'made later']
      }
    ],
    [
      'among words silences in its line and the next',
      {
        site: article(`[One](gone.md) ${ignore}\n[Two](gone.md)\n[Three](gone.md)\n`),
        problems: [`content/a.md:6:9 warning ${code}`],
        lacks: ['galley-ignore']
      }
    ],
    [
      'in raw HTML, a list and a quote leaves no trace',
      {
        site: article(
          `<p>\n${ignore}\n<a href="gone.md">x</a>\n</p>\n\n- ${ignore}\n\n  [x](gone.md)\n\n> ${ignore}\n> [x](gone.md)\n`
        ),
        lacks: ['galley-ignore']
      }
    ],
    [
      'for the whole file silences wherever it stands, and what has no place',
      {
        site: `-- content/a.md --\n[x](gone.md)\n\n<!-- galley-ignore-file ${code}: a -->\n<!-- galley-ignore-file site/no-title: b -->\n`
      }
    ],
    [
      'in front matter is for the next line, or behind a value for its own',
      {
        site: '-- content/a.md --\n---\ntitle: A\n# galley-ignore content/unknown-field: a name of ours\ndescriptio: x\ntgas: [] # galley-ignore content/unknown-field: another\nauthrs: x\n---\n',
        problems: ['content/a.md:6:1 warning content/unknown-field']
      }
    ],
    [
      'in an included file silences there, for all that include it, and one that silences nothing is told of once',
      {
        site: `${article('::include{file="/p.md"}\n')}-- content/b.md --\n# B\n\n::include{file="/p.md"}\n-- p.md --\n${ignore}\n[One](gone.md)\n\n[Two](gone.md)\n\n${ignore}\n[Good](content/a.md)\n`,
        problems: [`p.md:4:7 warning ${code}`, 'p.md:6:1 warning checks/unused-ignore']
      }
    ],
    [
      'before a directive silences in the file that it includes, and in no file behind it',
      {
        site: `${article(`${ignore}\n\n::include{file="/p.md"}\n\n::include{file="/q.md"}\n`)}-- p.md --\nText.\n\n[One](gone.md)\n-- q.md --\n[Two](gone.md)\n`,
        problems: [`q.md:1:7 warning ${code}`]
      }
    ],
    [
      'that silences nothing is one too many',
      {
        site: article(`${ignore}\n[Good](a.md)\n`),
        problems: ['content/a.md:4:1 warning checks/unused-ignore']
      }
    ],
    [
      'that silences nothing is told of neither in what is not shown nor where there are errors',
      {
        site: `-- content/a.md --\n---\ntitle: A\ndraft: true\n---\n${ignore}\n[Good](a.md)\n`
      }
    ],
    [
      'without reason silences and is a warning itself',
      {
        site: article(`<!-- galley-ignore ${code} -->\n[x](gone.md)\n`),
        problems: ['content/a.md:4:1 warning checks/missing-reason']
      }
    ],
    [
      'for what cannot be ignored is a warning',
      {
        site: article(
          '<!-- galley-ignore -->\n\n<!-- galley-ignore routing/broken-refrence: x -->\n<!-- galley-ignore routing/collision: x -->\n'
        ),
        problems: [
          'content/a.md:4:1 warning checks/unknown-code',
          'content/a.md:6:1 warning checks/unknown-code',
          'content/a.md:7:1 warning checks/fixed-code'
        ]
      }
    ],
    [
      'in code is code',
      {site: article(`\`${ignore}\`\n\n~~~\n${ignore}\n~~~\n`), has: {'a/index.html': 'galley-ignore'}}
    ],
    [
      'in an included file is for what that includes',
      {
        site: `${article('Text.\n\n::include{file="/parts/one.md"}\n')}-- parts/one.md --\n${ignore}\n[x](/gone.md)\n\nMore.\n`,
        lacks: ['galley-ignore']
      }
    ]
  ])('%s', async (_, site) => {
    await checkSite(site)
  })

  test('is the same in a build that has nothing to do, and after an edit of another file', async () => {
    const host = memoryHost(
      parseSite(
        `${article(`${ignore}\n[x](gone.md)\n\n${ignore}\n[Good](a.md)\n`)}-- content/b.md --\n# B\n`
      ),
      {templates: plainTemplates}
    )
    const expected = ['content/a.md:7:1 warning checks/unused-ignore']
    const places = async (): Promise<ReadonlyArray<string>> =>
      problemsOf(await build(host, plainOptions)).map((problem) => problem.replace(/: .*/, ''))
    expect(await places()).toEqual(expected)
    expect(await places()).toEqual(expected)
    host.files.set('content/b.md', '# C\n')
    expect(await places()).toEqual(expected)
    host.files.set('content/gone.md', '# Not gone\n')
    expect(await places()).toEqual(['content/a.md:4:1 warning checks/unused-ignore', ...expected])
  })

  test('is no part of the Markdown for language models', async () => {
    const {files} = await buildSite(article(`${ignore}\n[x](gone.md)\n`), {
      config: {baseUrl: 'https://example.org/', llms: {}}
    })
    expect(files['a/index.md'] ?? files['a.md']).toContain('[x]')
    expect(Object.values(files).join('')).not.toContain('galley-ignore')
  })
})
