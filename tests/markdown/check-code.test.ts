import {describe, expect, test} from 'vitest'
import {defaultFeatures} from '#src/model/markdown-options.ts'
import {compileText} from './compile-text.ts'

/** Where in a text, and as what, code is told of. */
async function mistakesIn(text: string): Promise<ReadonlyArray<string>> {
  const {diagnostics} = await compileText(text, {features: {...defaultFeatures, checkCode: true}})
  return diagnostics.map(({code, place, reason}) => `${place?.line}:${place?.column} ${code} ${reason}`)
}

function fence(info: string, code: string): string {
  return `\`\`\`${info}\n${code}\n\`\`\`\n`
}

test.each([
  ['json', '{"a": 1 "b": 2}', '2:9', 'JSON'],
  ['json', '{"a": 1,}', '2:8', 'JSON'],
  ['json', '{\n  // why\n  "a": 1\n}', '3:3', 'JSON'],
  ['json', '{"a": 1', '2:8', 'JSON'],
  ['json', "{'a': 1}", '2:2', 'JSON'],
  ['jsonc', '{"a": 1 /* one */ "b"}', '2:19', 'JSON with comments'],
  ['json5', '{a: 1 b: 2}', '2:7', 'JSON5'],
  ['yaml', 'a: [1\nb: 2\n', '3:1', 'YAML'],
  ['yml', 'a: 1\n---\nb: "x\n', '4:6', 'YAML'],
  ['toml', 'a = 1\nb = x', '3:5', 'TOML'],
  ['js', 'const a = 1\nconst b = (a', '3:13', 'JavaScript'],
  ['js', "const ä = 'é' + 'ö' )", '2:21', 'JavaScript'],
  ['jsx', 'const a = <p>x</q>', '2:17', 'JavaScript'],
  ['ts', 'interface A {\n  b: string\n', '3:12', 'TypeScript'],
  ['tsx', 'const a: = <p/>', '2:10', 'TypeScript'],
  ['JS title="a.js"', 'a b', '2:3', 'JavaScript']
])('%s %s', async (info, code, place, name) => {
  const [mistake = '', ...others] = await mistakesIn(fence(info, code))
  expect(others).toEqual([])
  expect(mistake).toMatch(`${place} markdown/broken-code Expected ${name} that parses, found this: `)
})

test.each([
  ['> ```js\n> let a\n> a b\n> ```\n', '3:5'],
  ['1. One:\n\n   ```js\n   let a\n   a b\n   ```\n', '5:6'],
  [':::note\n~~~js\na b\n~~~\n:::\n', '3:3'],
  [fence('js', '// [!code highlight]\na b // [!code focus]'), '3:3']
])('is told of at its place in the article: %s', async (text, place) => {
  expect(await mistakesIn(text)).toEqual([expect.stringMatching(`^${place} markdown/broken-code`)])
})

describe('no mistake is', () => {
  test.each([
    ['js', 'const a = await b()\nif (!a) return'],
    ['js', "import a from 'a'\nreturn a"],
    ['js', 'let a = 1\n// or\nlet a = 2'],
    ['js', 'a: 1,\nb() {}'],
    ['js', '{a: 1, b: 2}'],
    ['js', '#a = 1\nget b() { return this.#a }'],
    ['js', 'if (a) break'],
    ['js', 'const a = {...b, c}'],
    ['js', '<a href="b">c</a>'],
    ['js', 'f(a, …)'],
    ['js', 'const {a, ...} = b'],
    ['js', 'f(..) { .. }'],
    ['js', 'var 1a // SyntaxError'],
    ['ts', 'const a = <T>(b: T) => b'],
    ['ts', 'a?: string\nreadonly b: number'],
    ['ts', "'a' | 'b'"],
    ['ts', 'function a(b: string): void\nfunction a(b: number): void'],
    ['ts', 'class A {\n  constructor(@Inject() private b: B) {}\n}'],
    ['ts', 'declare const a: unique symbol'],
    ['json', '"scripts": {"a": "b"}'],
    ['json', '{"a": …}'],
    ['json', '{\n  ...\n}'],
    ['json', '{"a": <your key>}'],
    ['json', ''],
    ['jsonc', '// why\n{"a": 1,}'],
    ['json5', "{a: 'b', c: .5,}"],
    ['yaml', 'a: 1\n---\nb: 2\n...\n'],
    ['yaml', 'a: 1\na: 2'],
    ['yaml', 'a: !Ref b\nc: {% d %}'],
    ['yaml', 'a: {{ .Values.b }}'],
    ['toml', '+++\na = 1\n+++'],
    ['toml', 'a = 1\n# or\na = 2'],
    ['js fragment', 'a b'],
    ['js diff', '-a b\n+a'],
    ['diff-js', '-a b\n+a'],
    ['js', 'a b // [!code --]\na // [!code ++]'],
    ['python', 'a b'],
    ['', 'a b']
  ])('%s %s', async (info, code) => {
    expect(await mistakesIn(fence(info, code))).toEqual([])
  })
})

test('what is nested deeper than parsers can go is no mistake', async () => {
  expect(await mistakesIn(fence('yaml', '['.repeat(20_000)))).toEqual([])
})

test('JSON that is only freer than JSON is to be called so', async () => {
  const features = {...defaultFeatures, checkCode: true}
  const {diagnostics} = await compileText(fence('json', '{"a": 1,}'), {features})
  expect(diagnostics.map(({hint}) => hint)).toEqual([
    'Call it `jsonc`, which may have comments and last commas'
  ])
})

test('code is parsed only where that is wanted', async () => {
  const {diagnostics} = await compileText(fence('js', 'a b'), {})
  expect(diagnostics).toEqual([])
})
