import {expect, test} from 'vitest'
import {type BuildOptions, build} from '#src/build/build.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import {openShiki} from '#src/markdown/code/shiki-highlighter.ts'
import {defaultFeatures} from '#src/model/markdown-options.ts'
import {plainOptions, problemsOf} from '../build/check-build.ts'
import {plainTemplates} from '../build/plain-templates.ts'
import {compileText, htmlOf} from './compile-text.ts'

const features = {...defaultFeatures, highlight: 'shiki' as const}

test.each([
  [
    'ts',
    'const a: A = f(`b`) + 1',
    '<keyword>const</keyword> a: <type>A</type> = <function>f</function>(<string>`b`</string>) + <number>1</number>'
  ],
  [
    'html',
    '<p class="a">b</p>',
    '<<tag>p</tag> <attribute>class</attribute>=<string>"a"</string>>b</<tag>p</tag>>'
  ],
  [
    'css',
    'a { color: red } /* b */',
    '<tag>a</tag> { <property>color</property>: <constant>red</constant> } <comment>/* b */</comment>'
  ],
  ['diff', '-a\n+b', '<deleted>-a</deleted>\n<inserted>+b</inserted>'],
  ['json', '{"a": [1, null]}', '{<property>"a"</property>: [<number>1</number>, <constant>null</constant>]}'],
  ['python', 'def f(): # a', '<keyword>def</keyword> <function>f</function>(): <comment># a</comment>'],
  ['md', '# a\n**b**', '<heading># a</heading>\n<strong>**b**</strong>']
])('%s of VS Code has the kinds of tokens that the style sheet knows', async (language, code, expected) => {
  const shiki = await openShiki()
  await shiki?.load([language])
  const tokens = shiki?.tokensOf(language, code) ?? []
  expect(tokens.map(({kind, text}) => (kind ? `<${kind}>${text}</${kind}>` : text)).join('')).toBe(expected)
})

test('code is what it is, without inline styles, whatever was loaded before', async () => {
  const code = '```md title="a" {1}\nlet `a`\n~~~js\nlet b\n~~~\n\n\tc  \n```'
  const {value, diagnostics} = await compileText(code, {features})
  expect(diagnostics).toEqual([])
  expect(htmlOf(value.body)).not.toContain('style=')
  expect(value.facts.text).toBe('a\nlet `a`\n~~~js\nlet b\n~~~\n\n\tc')
  const after = await compileText(`\`\`\`js\nlet b\n\`\`\`\n\n${code}`, {features})
  expect(htmlOf(after.value.body)).toContain(htmlOf(value.body))
})

test('an unknown language has the nearest of shiki as a hint', async () => {
  const {diagnostics} = await compileText('```tyepscript\nx\n```', {features})
  expect(diagnostics).toMatchObject([
    {code: 'markdown/unknown-language', place: {line: 1, column: 4}, hint: 'Did you mean `typescript`?'}
  ])
})

test('without the package the configuration has one error, and none when it is installed', async () => {
  const files = {
    'galley.config.json': '{\n  "markdown": {"highlight": "shiki"}\n}',
    'content/a.md': '# A\n\n```js\nlet a\n```\n',
    'content/b.md': '# B\n\n```js\nlet b\n```\n'
  }
  const host = memoryHost(files, {templates: plainTemplates})
  const result = await build(host, plainOptions)
  expect(problemsOf(result)).toEqual([
    'galley.config.json:2:16 error config/missing-package: Expected the package `shiki` for `markdown.highlight`, found none'
  ])
  expect(result.diagnostics[0]?.hint).toBe('Run `npm install --save-dev shiki`')
  const installed = memoryHost(Object.fromEntries(host.files), {
    templates: plainTemplates,
    packages: {shiki: '4.6.0'}
  })
  const compiled: Array<string> = []
  const onProgress: BuildOptions['onProgress'] = ({stage}) => compiled.push(stage)
  const second = await build(installed, {...plainOptions, onProgress})
  expect(problemsOf(second)).toEqual([])
  // Colors may be others with every version of it.
  expect(compiled.filter((stage) => stage === 'compile').length).toBeGreaterThan(0)
})
