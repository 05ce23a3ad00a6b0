import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import {plainOptions} from '../build/check-build.ts'
import {plainTemplates} from '../build/plain-templates.ts'
import {arbitraryArticle} from './arbitrary-article.ts'
import {openFuzzing} from './fuzz-limits.ts'

const fuzzing = openFuzzing(100)

const fields =
  `title: A|title: [|date: 2024-05-01|date: soon|draft: true|slug: x|slug: ../x|url: /a/|url: /tags/|url: //e|aliases: [/a/, /b/]
  tags: [x, X, x-y]|tags: [[]]|weight: 1|layout: wide|layout: none|cascade: {draft: true}|cascade: {layout: wide}|__proto__: {}|\t`.split(
    /\||\n/
  )

const frontMatter = fc
  .array(fc.constantFrom(...fields), {maxLength: 4})
  .map((lines) => (lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n`))

const file = fc.tuple(frontMatter, arbitraryArticle).map((parts) => parts.join(''))

const name = fc.constantFrom(
  'a',
  'A',
  'b',
  'index',
  '_index',
  'tags',
  'con',
  '..',
  'é',
  'e\u0301',
  '404',
  '2024-05-01-x',
  '???',
  '%2e%2e'
)

const path = fc
  .tuple(
    fc.constantFrom('content', 'content', 'content', 'public', 'templates'),
    fc.array(name, {maxLength: 2}),
    name,
    fc.constantFrom('.md', '.md', '.md', '.markdown', '.png', '.txt', '')
  )
  .map(([top, folders, last, extension]) => [top, ...folders, last + extension].join('/'))
  .filter((text) => !text.split('/').includes('..'))

const tree = fc.dictionary(
  path,
  fc.oneof({weight: 5, arbitrary: file}, fc.string({unit: 'binary', maxLength: 20})),
  {
    maxKeys: 6
  }
)

test(
  'any tree of files builds, writes below its output alone, and is done when it is built again',
  async () => {
    await fuzzing.assert(
      fc.asyncProperty(tree, async (files) => {
        const host = memoryHost(files, {templates: plainTemplates})
        await build(host, {...plainOptions, keepGoing: true})
        for (const written of host.outputs.keys()) {
          expect(written).not.toMatch(/^\/|\0|\\/)
          expect(written.split('/').filter((part) => part === '' || /^\.\.?$/.test(part))).toEqual([])
        }
        const again = await build(host, {...plainOptions, keepGoing: true})
        expect(again).toMatchObject({rendered: [], created: 0, updated: 0, removed: 0})
      })
    )
  },
  fuzzing.timeoutMs
)

/** Names of settings, as the reference has them: `markdown.math`. */
const settings = Array.from(
  readFileSync(join(import.meta.dirname, '../../content/reference/configuration.md'), 'utf8').matchAll(
    /^\| ((?:`[\w.]+`(?:, )?)+) \|/gm
  ),
  ([, names = '']) => names.replaceAll('`', '').split(', ')
).flat()

const value = fc.oneof(
  {maxDepth: 3},
  fc.constantFrom(
    true,
    false,
    '',
    'a',
    '/a/',
    '/:slug/',
    'https://example.org/',
    0,
    1,
    -1,
    1e9,
    Number.NaN,
    null,
    undefined
  ),
  fc.jsonValue({maxDepth: 2}),
  fc.anything({withDate: true, withNullPrototype: true, maxDepth: 2})
)

const config = fc
  .array(fc.tuple(fc.constantFrom('title', ...settings, '__proto__', 'environments.production'), value), {
    maxLength: 5
  })
  .map((entries) => {
    const written: Record<string, unknown> = {}
    for (const [setting, given] of entries) {
      const [first = '', second] = setting.split('.')
      const inner: unknown = written[first]
      const outer = typeof inner === 'object' && inner !== null ? inner : {}
      Object.defineProperty(written, first, {
        value: second === undefined ? given : {...outer, [second]: given},
        enumerable: true,
        configurable: true,
        writable: true
      })
    }
    return written
  })

test('the reference names settings', () => {
  expect(settings.length).toBeGreaterThan(50)
})

test(
  'any configuration is refused, or makes a site',
  async () => {
    await fuzzing.assert(
      fc.asyncProperty(config, async (config) => {
        const host = memoryHost(
          {'content/a.md': '---\ntitle: A\ntags: [x]\n---\n## B\n\n![c](d.png) [e](/f/)\n'},
          {templates: plainTemplates, config}
        )
        const {isWritten, diagnostics} = await build(host, plainOptions)
        expect(isWritten).toBe(diagnostics.every(({severity}) => severity !== 'error'))
      })
    )
  },
  fuzzing.timeoutMs
)
