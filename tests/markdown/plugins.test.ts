import type {Element, Root as HastRoot} from 'hast'
import type {Root as MdastRoot} from 'mdast'
import remarkGfm from 'remark-gfm'
import type {Pluggable, Processor} from 'unified'
import type {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import type {CompilerOptions} from '#src/markdown/create-compiler.ts'
import {createCompiler} from '#src/markdown/create-compiler.ts'
import {compileText, htmlOf, showDiagnostics, showSlots, sourcePath, testOptions} from './compile-text.ts'

describe('a plugin', () => {
  test('that throws is named', async () => {
    await check({
      options: {remarkPlugins: [remarkQuiet, remarkBroken]},
      diagnostics:
        '- error markdown/plugin-failed Expected the plugin `remarkBroken` to transform this file, found an exception: no reason',
      html: ''
    })
  })

  test('that throws has the place that the configuration knows of what was thrown', async () => {
    const place = {line: 4, column: 9, endLine: 4, endColumn: 10}
    const {diagnostics} = await compileText('Text', {
      remarkPlugins: [remarkBroken],
      locate: async (thrown) =>
        thrown instanceof Error && thrown.message === 'no\nreason'
          ? {file: 'plugins/broken.ts', place}
          : undefined
    })
    expect(diagnostics).toMatchObject([{hint: 'Thrown at `plugins/broken.ts:4:9`'}])
  })

  test('that rejects is named', async () => {
    await check({
      options: {rehypePlugins: [[rehypeRejecting, {}]]},
      diagnostics:
        '- error markdown/plugin-failed Expected the plugin `rehypeRejecting` to transform this file, found an exception: no reason',
      html: ''
    })
  })

  test('inside a preset is named', async () => {
    await check({
      options: {remarkPlugins: [{plugins: [remarkQuiet, [remarkBroken]]}]},
      diagnostics:
        '- error markdown/plugin-failed Expected the plugin `remarkBroken` to transform this file, found an exception: no reason',
      html: ''
    })
  })

  test('that cannot be attached is reported for every source', async () => {
    const compile = createCompiler(testOptions({remarkPlugins: [remarkUnattachable]}))
    for (const path of ['a.md', 'b.md']) {
      const {diagnostics} = await compile({path: sourcePath(path), text: ''}, {format: 'none', bodyOffset: 0})
      expect(diagnostics).toMatchObject([{code: 'markdown/plugin-failed', severity: 'error', file: path}])
      expect(showDiagnostics(diagnostics)).toContain('`remarkUnattachable`')
    }
  })

  test('that leaves a broken tree is reported without a name', async () => {
    await check({
      options: {rehypePlugins: [rehypeNonsense]},
      diagnostics: expect.stringContaining(
        '- error markdown/plugin-failed Expected the remark and rehype plugins to transform'
      ),
      html: ''
    })
  })

  test('reports messages with their place and code', async () => {
    await check({
      options: {remarkPlugins: [remarkReporting]},
      diagnostics: `- warning markdown/plugin-message Everywhere
1:1-1:5 warning lint/word Odd word
1:2-1:2 warning plugin/point A point`,
      html: '<p>Text</p>'
    })
  })

  test('that fails ends the compilation, and keeps what was reported before', async () => {
    await check({
      options: {remarkPlugins: [remarkReporting, remarkFailing]},
      diagnostics: `- warning markdown/plugin-message Everywhere
1:1-1:5 error lint/fatal Unbearable
1:1-1:5 warning lint/word Odd word
1:2-1:2 warning plugin/point A point`,
      html: ''
    })
  })

  test('gets parsed raw HTML and the ids of headings', async () => {
    const seen: Array<string> = []
    const rehypeLook = () => (tree: HastRoot) => {
      for (const node of tree.children) {
        if (node.type === 'element') seen.push(`${node.tagName}#${node.properties['id'] ?? ''}`)
      }
    }
    await compileText('# A\n\n<div id="b"></div>', {rehypePlugins: [rehypeLook]})
    expect(seen).toEqual(['h1#a', 'div#b'])
  })

  test('is trusted under `sanitize`, but not with dangerous URLs', async () => {
    await check({
      options: {html: 'sanitize', rehypePlugins: [rehypeAppend]},
      diagnostics:
        '- warning markdown/dangerous-url Expected an address without script in `href`, found `javascript:x`',
      html: '<p>Text</p><svg class="diagram" onload="x"><a></a></svg><b>raw</b><a href="{{link:made.md}}"></a>'
    })
  })

  test('that extends the syntax gets the parser it can extend', async () => {
    await check({
      options: {remarkPlugins: [[remarkGfm, {singleTilde: false}]], gfm: false},
      text: '~a~ ~~b~~',
      diagnostics: '',
      html: '<p>~a~ <del>b</del></p>'
    })
  })

  test('finds the front matter in the tree', async () => {
    for (const parser of ['native', 'remark'] as const) {
      const seen: Array<string> = []
      const remarkLook = () => (tree: MdastRoot) => {
        seen.push(...tree.children.map(({type}) => type))
      }
      const compile = createCompiler(testOptions({parser, remarkPlugins: [remarkLook]}))
      const path = sourcePath('a.md')
      await compile({path, text: '---\na: 1\n---\nText'}, {format: 'yaml', bodyOffset: 13})
      await compile({path, text: '+++\na = 1\n+++\nText'}, {format: 'toml', bodyOffset: 14})
      await compile({path, text: '---\n\nText'}, {format: 'none', bodyOffset: 0})
      expect(seen).toEqual(['yaml', 'paragraph', 'toml', 'paragraph', 'thematicBreak', 'paragraph'])
    }
  })
})

interface Case {
  readonly options: Partial<CompilerOptions>
  /** Default: `Text`. */
  readonly text?: string
  /** Lines, or a matcher. */
  readonly diagnostics: unknown
  readonly html: string
}

async function check({options, text, diagnostics, html}: Case): Promise<void> {
  for (const parser of ['native', 'remark'] as const) {
    const result = await compileText(text ?? 'Text', {...options, parser})
    expect(showDiagnostics(result.diagnostics).trim()).toEqual(diagnostics)
    expect(showSlots(result.value.body)).toBe(html)
    expect(htmlOf(result.value.excerpt).includes('slot-')).toBe(false)
  }
}

const remarkQuiet: Pluggable = () => undefined

function remarkBroken() {
  return (): void => {
    throw new Error('no\nreason')
  }
}

function rehypeRejecting() {
  return async (): Promise<void> => {
    throw new Error('no reason')
  }
}

function remarkUnattachable(this: Processor): void {
  throw new TypeError('no option')
}

function rehypeNonsense() {
  return (tree: HastRoot): void => {
    Object.assign(tree, {children: [{type: 'unheard-of', value: 1}]})
  }
}

function remarkReporting() {
  return (tree: MdastRoot, file: VFile): void => {
    file.message('Odd word', {place: tree.children[0]?.position, source: 'lint', ruleId: 'word'})
    file.message('A point', {place: {line: 1, column: 2}, ruleId: 'point'})
    file.info('Everywhere')
  }
}

function remarkFailing() {
  return (tree: MdastRoot, file: VFile): void => {
    file.fail('Unbearable', {place: tree.children[0]?.position, source: 'lint', ruleId: 'fatal'})
  }
}

function rehypeAppend() {
  return (tree: HastRoot): void => {
    const link: Element = {type: 'element', tagName: 'a', properties: {href: 'javascript:x'}, children: []}
    const diagram = {className: ['diagram'], onLoad: 'x'}
    tree.children.push(
      {type: 'element', tagName: 'svg', properties: diagram, children: [link]},
      {type: 'raw', value: '<b>raw</b>'},
      {type: 'element', tagName: 'a', properties: {href: 'made.md'}, children: []}
    )
  }
}
