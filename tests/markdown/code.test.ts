import {createRequire} from 'node:module'
import fc from 'fast-check'
import type {Root as HastRoot} from 'hast'
import type {HLJSApi} from 'highlight.js'
import type {Root} from 'mdast'
import {describe, expect, test} from 'vitest'
import {classHighlighter} from '#src/markdown/code/class-highlighter.ts'
import {grammarLoaders} from '#src/markdown/code/grammar-loaders.ts'
import {grammarNames} from '#src/markdown/code/language-names.ts'
import {markLines} from '#src/markdown/code/mark-lines.ts'
import {splitLines, type Token} from '#src/markdown/code/token.ts'
import {defaultFeatures} from '#src/model/markdown-options.ts'
import {compileText, htmlOf} from './compile-text.ts'

const everyLanguage = createRequire(import.meta.url)('highlight.js') as HLJSApi

/** Code that is something in most languages, and another language in some. */
const sample = `<?php // a comment
<script>let a = "b" + \`\${1}\`</script><style>p { color: red }</style> <% if (x) { %>
# heading *em* {{ a | b }} 'c' 1.5e3 /* d */ -- e
function f(int x) { return null; } end`

const textOf = (tokens: ReadonlyArray<Token>): string => tokens.map(({text}) => text).join('')

describe('highlighting', () => {
  test('knows all languages of highlight.js by all their names', () => {
    expect(Object.keys(grammarLoaders).sort()).toEqual([...everyLanguage.listLanguages()].sort())
    for (const name of everyLanguage.listLanguages()) {
      for (const alias of everyLanguage.getLanguage(name)?.aliases ?? []) {
        // Two languages may have one alias.
        const grammar = grammarNames.get(alias.toLowerCase()) ?? (name === 'plaintext' ? name : '')
        expect(everyLanguage.getLanguage(grammar)?.aliases).toContain(alias)
      }
    }
    for (const name of grammarNames.values()) expect(grammarLoaders).toHaveProperty(name)
  })

  test('keeps the text in every language', async () => {
    const highlighter = classHighlighter()
    await highlighter.load([...grammarNames.keys()])
    for (const name of grammarNames.keys()) {
      expect(textOf(highlighter.tokensOf(name, sample)), name).toBe(sample)
    }
  })

  test('is the same whatever was loaded before', async () => {
    const all = classHighlighter()
    await all.load([...grammarNames.keys()])
    for (const name of Object.keys(grammarLoaders)) {
      const alone = classHighlighter()
      await alone.load([name])
      expect(alone.tokensOf(name, sample), name).toEqual(all.tokensOf(name, sample))
    }
  })

  test('gives what is of no kind in an inner language that of what it is in', async () => {
    const highlighter = classHighlighter()
    await highlighter.load(['markdown'])
    expect(highlighter.tokensOf('markdown', '> a <b class="c">')).toEqual([
      {kind: 'comment', text: '> a <'},
      {kind: 'tag', text: 'b'},
      {kind: 'comment', text: ' '},
      {kind: 'attribute', text: 'class'},
      {kind: 'comment', text: '='},
      {kind: 'string', text: '"c"'},
      {kind: 'comment', text: '>'}
    ])
  })

  test('waits for what another article loads', async () => {
    const alone = classHighlighter()
    await alone.load(['html'])
    const shared = classHighlighter()
    const loads = ['js', 'css', 'html'].map((name) => shared.load([name]))
    await loads[2]
    expect(shared.tokensOf('html', sample)).toEqual(alone.tokensOf('html', sample))
    expect(shared.load(['xml', 'html', 'css', 'javascript', 'nothing'])).toBeUndefined()
  })

  test.each(['native', 'remark'] as const)('leaves code alone where it is off (%s)', async (parser) => {
    const text = '```js title="a" {1}\n// [!code ++]\nlet a\n```\n\n```pyhton\nx\n```'
    const {value, diagnostics} = await compileText(text, {
      parser,
      features: {...defaultFeatures, highlight: false, lineNumbers: true, wrapLines: true}
    })
    expect(htmlOf(value.body)).toBe(
      '<pre><code class="language-js">// [!code ++]\nlet a\n</code></pre>\n' +
        '<pre><code class="language-pyhton">x\n</code></pre>'
    )
    expect(value.facts.features).toEqual(['code'])
    expect(diagnostics).toEqual([])
  })

  test('knows what is for other features, also where they are off', async () => {
    const features = {...defaultFeatures, mermaid: false}
    const {value, diagnostics} = await compileText('```mermaid\ngraph TD\n```', {features})
    expect(htmlOf(value.body)).toBe('<pre><code class="language-mermaid">graph TD\n</code></pre>')
    expect(diagnostics).toEqual([])
  })

  test('gives the nearest name as a hint', async () => {
    const {diagnostics} = await compileText('```pyhton\n```\n\n```nothing-near\n```', {})
    expect(diagnostics.map(({hint}) => hint)).toEqual([
      'Did you mean `python`?',
      'Write `text` for code without colors'
    ])
  })

  test('shows numbers and breaks lines by the options, unless a block says otherwise', async () => {
    const features = {...defaultFeatures, lineNumbers: true, wrapLines: true}
    const {value} = await compileText('```\na\n```\n\n```js noWrap lineNumbers=false\nb\n```', {features})
    expect(htmlOf(value.body)).toBe(
      '<pre class="line-numbers wrapped"><code><span class="line">a</span>\n</code></pre>\n' +
        '<pre><code class="language-js">b\n</code></pre>'
    )
  })
})

describe('plugins', () => {
  test('of remark may make code', async () => {
    const addCode = () => (tree: Root) => {
      tree.children.push({type: 'code', lang: 'js', value: 'let a'})
    }
    const {value, diagnostics} = await compileText('a', {remarkPlugins: [addCode]})
    expect(htmlOf(value.body)).toContain('<span class="hl-keyword">let</span> a\n')
    expect(diagnostics).toEqual([])
  })

  test('of rehype get code as it is written where colors are off', async () => {
    const seen: Array<unknown> = []
    const look = () => (tree: HastRoot) => {
      seen.push(...tree.children)
    }
    const features = {...defaultFeatures, highlight: false as const}
    await compileText('```js {1}\nlet a // [!code ++]\n```', {features, rehypePlugins: [look]})
    const code = {tagName: 'code', properties: {className: ['language-js']}, data: {meta: '{1}'}}
    const text = {type: 'text', value: 'let a // [!code ++]\n'}
    expect(seen).toMatchObject([{tagName: 'pre', children: [{...code, children: [text]}]}])
  })
})

describe('lines', () => {
  test('together are the text', () => {
    const kind = fc.constantFrom('string' as const, undefined)
    const text = fc.string({unit: fc.constantFrom('a', '\n', ' ')})
    fc.assert(
      fc.property(fc.array(fc.record({kind, text})), (tokens) => {
        expect(splitLines(tokens).map(textOf).join('\n')).toBe(textOf(tokens))
      })
    )
  })

  test.each([
    'a(); // [!code ++]',
    'a();// [!code ++]',
    'a(); /* [!code ++] */',
    'a(); {/* [!code ++] */}',
    'a(); <!-- [!code ++] -->',
    'a(); # [!code ++]',
    'a(); -- [!code ++]',
    'a(); ;; [!code ++]',
    'a(); % [!code ++]',
    "a(); ' [!code ++]",
    'a(); " [!code ++]',
    'a(); (* [!code ++] *)',
    'a(); REM [!code ++]',
    'a();  // [!code ++] [!code ++]  '
  ])('lose a comment that marks them: %s', (line) => {
    const {text, marks, unknown} = markLines(`${line}\nb`, false)
    expect(text).toBe('a();\nb')
    expect(marks).toEqual(new Map([[0, new Set(['added'])]]))
    expect(unknown).toEqual([])
  })

  test('are marked by a comment above them', () => {
    const {text, marks} = markLines('a\n  // [!code focus:2]\nb\nc\nd // [!code hl:9]\ne', false)
    expect(text).toBe('a\nb\nc\nd\ne')
    expect([...marks].map(([index, found]) => [index, ...found])).toEqual([
      [1, 'focused'],
      [2, 'focused'],
      [3, 'highlighted'],
      [4, 'highlighted']
    ])
  })

  test('of a diff lose their sign, and the blank of the others where all have one', () => {
    expect(markLines(' a\n-b\n+c\n\n d', true).text).toBe('a\nb\nc\n\nd')
    expect(markLines('a\n-b\n+c\n  d', true).text).toBe('a\nb\nc\n  d')
  })
})
