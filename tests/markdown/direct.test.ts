import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {markdownToMdast} from 'satteri'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {type CompilerOptions, createCompiler} from '#src/markdown/create-compiler.ts'
import {compileDirectly} from '#src/markdown/direct/compile-directly.ts'
import {featurePass} from '#src/markdown/features/apply-features.ts'
import {startNotes} from '#src/markdown/notes.ts'
import {openProcessors} from '#src/markdown/open-processors.ts'
import {prepareTree} from '#src/markdown/prepare-tree.ts'
import {defaultFeatures} from '#src/model/markdown-options.ts'
import {runsOf, sequenceLimits} from '../incremental/runs.ts'
import {arbitraryMarkdown, arbitraryMutation} from './arbitrary-markdown.ts'
import {arbitraryShortcodes} from './arbitrary-shortcodes.ts'
import {articleIncluding, blockOf, noFeatures, sourcePath, testOptions} from './compile-text.ts'
import {articles, commonmarkExamples, gfmExamples} from './spec-examples.ts'

const optionSets: ReadonlyArray<Partial<CompilerOptions>> = [
  {gfm: true, features: {...defaultFeatures, externalLinks: {rel: 'a b', target: 'c'}}},
  {gfm: true, features: noFeatures},
  {gfm: false}
]

const compilers = optionSets.map((options) => ({
  direct: createCompiler(testOptions(options)),
  reference: createCompiler(testOptions({...options, remarkPlugins: [idle]}))
}))

const examples = [...commonmarkExamples, ...gfmExamples].map(({markdown}) => markdown)

/** `GALLEY_DIRECT_RUNS` sets how many texts are tried. */
const runs = runsOf('GALLEY_DIRECT_RUNS', 400)

describe('the direct route has the whole result of the processor', () => {
  test('for the examples of both specifications', async () => {
    for (const text of examples) await checkRoutes(text)
  })

  test.each(['fixtures', '../../content'])('for the files in %s', async (folder) => {
    for (const text of readTexts(join(import.meta.dirname, folder))) await checkRoutes(text)
  })

  test.skipIf(articles.length === 0)('for real articles (skipped where there are none)', async () => {
    for (const {text} of articles) await checkRoutes(text)
  })

  test(
    'for Markdown of all constructs',
    () => fc.assert(fc.asyncProperty(arbitraryMarkdown, checkRoutes), sequenceLimits(runs)),
    runs.timeoutMs
  )

  test('for the examples of both specifications, included', async () => {
    for (const text of examples) await checkIncluded(text)
  })

  test(
    'for Markdown of all constructs, included',
    () => fc.assert(fc.asyncProperty(arbitraryMarkdown, checkIncluded), sequenceLimits(runs)),
    runs.timeoutMs
  )

  test('for definition lists', async () => {
    const options = {features: {...defaultFeatures, definitionLists: true}}
    const route = createCompiler(testOptions(options))
    const reference = createCompiler(testOptions({...options, remarkPlugins: [idle]}))
    const list = readFileSync(join(import.meta.dirname, 'fixtures/definition-lists/input.md'), 'utf8')
    const nested = [
      list.replace(/^/gm, '> '),
      `- ${list.replace(/\n(?=.)/g, '\n  ')}`,
      `<div>\n\n${list}\n</div>`
    ]
    for (const text of [list, ...nested, 'a\n: # b\n', 'a\n: ```\n  b\n  ```\n', 'a\n: ![x](y.png)\n']) {
      const source = {path: sourcePath('a.md'), text}
      expect(await route(source, blockOf(text))).toStrictEqual(await reference(source, blockOf(text)))
    }
  })

  test(
    'for shortcodes of all kinds',
    () => fc.assert(fc.asyncProperty(arbitraryShortcodes, checkRoutes), sequenceLimits(runs)),
    runs.timeoutMs
  )

  test(
    'for damaged examples',
    () => fc.assert(fc.asyncProperty(arbitraryMutation(examples), checkRoutes), sequenceLimits(runs)),
    runs.timeoutMs
  )
})

describe('the direct route', () => {
  test('is taken by many texts', async () => {
    const texts = fc.sample(arbitraryMarkdown, {numRuns: 200, seed: 1})
    expect((await routesOf(texts)).filter((route) => route === 'direct').length).toBeGreaterThan(60)
    const specified = await routesOf(commonmarkExamples.map(({markdown}) => markdown))
    expect(specified.filter((route) => route === 'direct').length).toBeGreaterThan(500)
  })

  test.each([
    ['direct', 'a\n\n<!-- more -->\n\nb'],
    ['direct', 'a <b>c</b>'],
    ['direct', '- a\n\n  <!-- more -->'],
    ['direct', '<figure>\n<img src="a.png">\n</figure>'],
    ['direct', '<details>\n\na\n\n</details>'],
    ['direct', '<my-part kind="a">b</my-part>'],
    ['html', 'a <b>c'],
    ['html', '<table>\n\na\n\n</table>'],
    ['html', '<a href="b">\n\n[c](d)\n\n</a>'],
    ['html', '<script>a'],
    ['html', '<form>a</form>'],
    ['html', '<h2>a</h2>'],
    ['html', '<a name="a">b</a>'],
    ['html', 'a <b id="c">d</b>[^1]\n\n[^1]: b'],
    ['island', 'a <div>b</div>'],
    ['island', '<p>a</p>'],
    ['island', '<b id="a">b</b>'],
    ['html', '<b id="a">b</b>\n\n<!-- more -->'],
    ['html', 'a <b id="a">b</b>\n\nc\n\n<!-- more -->'],
    ['island', 'a\n\n<!-- more -->\n\n<b id="a">b</b>'],
    ['island', '<script>a</script>'],
    ['island', '<br/>\n\n</div>'],
    ['island', '<svg><path d="M0 0"/></svg>'],
    ['direct', '<details>\n\n# a\n\n</details>'],
    ['html', '<details>\n\n# a &amp; b\n\n&amp;</details>'],
    ['html', '<summary>\n\n# a\n\n</summary>'],
    ['html', '<!-- a -->\n\n<!-- more -->'],
    ['direct', 'a[^1]\n\n[^1]: b'],
    ['footnote', 'a[^1]\n\n[^1]: - b'],
    ['direct', 'a[^1] <b>c</b>\n\n[^1]: b'],
    ['footnote', 'a[^1] b\n\n[^1]: <b>c</b>'],
    ['footnote', 'a[^1]\n\n| b |\n| - |\n| c | <b>d</b> |\n\n[^1]: e'],
    ['direct', 'a[^1]'],
    ['address', '[a](javascript:b)'],
    ['address', '![a](data:text/html,b)'],
    ['address', '[a]\n\n[a]: vbscript:b'],
    ['character', 'a&#13;b'],
    ['depth', `${'> '.repeat(100)}a`]
  ])('%s: %j', async (route, text) => {
    expect(await routeOf(text)).toBe(route)
  })
})

/** A plugin that does nothing, but takes the processor. */
function idle(): void {}

/** With all features, none, and without GitHub's extensions. */
async function checkRoutes(text: string): Promise<void> {
  for (const {direct, reference} of compilers) {
    const source = {path: sourcePath('a.md'), text}
    expect(await direct(source, blockOf(text))).toStrictEqual(await reference(source, blockOf(text)))
  }
}

/** Included by an article, which has no footnotes where the text has none: they take the processor. */
async function checkIncluded(text: string): Promise<void> {
  const source = articleIncluding(text)
  const own = text.includes('[^') ? source.text : source.text.replaceAll(/\[\^1\](?:: e)?/g, '')
  for (const {direct, reference} of compilers) {
    const article = {...source, text: own}
    expect(await direct(article, blockOf(own))).toStrictEqual(await reference(article, blockOf(own)))
  }
}

function routesOf(texts: ReadonlyArray<string>): Promise<ReadonlyArray<string>> {
  return Promise.all(texts.map(routeOf))
}

/** `direct`, `island` where some of it takes the processor, or the name of what takes it for all. */
async function routeOf(text: string): Promise<string> {
  const tree = markdownToMdast(text)
  if (tree.type !== 'root') return tree.type
  const notes = startNotes(sourcePath('a.md'), 'none')
  prepareTree('keep')(tree, new VFile({value: text, data: {notes}}))
  const processor = await islandProcessor('')
  let hasIsland = false
  const direct = await compileDirectly(tree, notes, options, async (blocks) => {
    hasIsland = true
    const file = new VFile({value: text, data: {notes: startNotes(notes.file, 'none')}})
    const islandTree = await processor.run({type: 'root', children: [...blocks]}, file)
    return {value: processor.stringify(islandTree, file), diagnostics: []}
  })
  if (typeof direct === 'string') return direct
  return hasIsland ? 'island' : 'direct'
}

const options = testOptions({features: noFeatures})
const islandProcessor = openProcessors(options, featurePass([]), {})

function readTexts(folder: string): ReadonlyArray<string> {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => readFileSync(join(folder, path), 'utf8'))
}
