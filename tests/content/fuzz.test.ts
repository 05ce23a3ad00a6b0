import fc from 'fast-check'
import {expect, test} from 'vitest'
import {fieldNames} from '#src/content/field-names.ts'
import {frontMatterText} from '#src/content/front-matter-text.ts'
import {splitFrontMatter} from '#src/content/split-front-matter.ts'
import {typeFrontMatter} from '#src/content/type-front-matter.ts'
import {noPlaces} from '#src/model/front-matter-places.ts'
import type {SourcePath} from '#src/model/source.ts'

/** Pieces that mean something to a fence, a parser or a field. */
const pieces = [
  ...[
    '\n',
    '\r\n',
    '\r',
    ' ',
    '  ',
    '\t',
    '\u0000',
    '\ud800',
    '\u2028',
    '\ufeff',
    '---',
    '+++',
    '...',
    '...\n'
  ],
  ...[': ', '- ', '? ', '# ', '&a ', '*a', '*a ', '<<: ', '!!str ', '!x ', '%YAML 1.1\n', '| ', '>-\n', '@'],
  ...['[', ']', '{', '}', ',', '"', "'", '`', '\\', '"""', '=', '.', '[[a]]\n', '[a]\n', 'a = 1\n', 'a: 1\n'],
  ...[
    'null',
    'true',
    'no',
    '1e400',
    '.nan',
    '0x1',
    '1_0',
    '2024-02-30',
    '2024-05-01T10:00Z',
    '%2e%2e',
    '/../'
  ],
  ...['__proto__', 'constructor', ...fieldNames]
]

const block = fc.oneof(
  fc.array(fc.constantFrom(...pieces), {maxLength: 40}).map((parts) => parts.join('')),
  fc.string({unit: 'binary', maxLength: 60}),
  fc.json(),
  fc
    .array(fc.tuple(fc.constantFrom(...fieldNames), fc.oneof(fc.json(), fc.string())), {maxLength: 6})
    .map((fields) => fields.map(([name, value]) => `${name}: ${value}`).join('\n'))
)

const source = fc.oneof(
  block,
  block.map((text) => `---\n${text}`),
  block.map((text) => `---\n${text}\n---\nBody.\n`),
  block.map((text) => `---\r${text}\r---\rBody.\r`),
  block.map((text) => `---json\n${text}\n---\nBody.\n`),
  block.map((text) => `+++\r\n${text}\r\n+++\r\nBody.\r\n`),
  block.map((text) => `{\n${text}\n}\nBody.\n`)
)

test('any text is split and typed without throwing, with places within the text', () => {
  fc.assert(
    fc.property(source, (text) => {
      const split = splitFrontMatter({path: 'content/a.md' as SourcePath, text})
      const typed = typeFrontMatter('content/a.md', split.value)
      const lineCount = text.split(/\r\n|\n|\r/).length
      for (const {place} of [...split.diagnostics, ...typed.diagnostics]) {
        expect(place?.line).toBeGreaterThanOrEqual(1)
        expect(place?.line).toBeLessThanOrEqual(lineCount)
        expect(place?.column).toBeGreaterThanOrEqual(1)
      }
      expect(split.value.bodyOffset).toBeLessThanOrEqual(text.length)
      expect(() => JSON.stringify([split.value, typed.value])).not.toThrow()
    }),
    {numRuns: 2_000}
  )
})

test('texts that begin with the same front matter are split alike, whatever follows', () => {
  const split = (text: string) => splitFrontMatter({path: 'content/a.md' as SourcePath, text})
  fc.assert(
    fc.property(source, fc.oneof(source, fc.constant('\n'), fc.constant('Another body.\n')), (text, body) => {
      const own = frontMatterText(text)
      expect(split(own)).toEqual(split(text))
      fc.pre(frontMatterText(own + body) === own)
      expect(split(own + body)).toEqual(split(text))
    }),
    {numRuns: 2_000}
  )
})

test('any data is typed without throwing, and alike each time', () => {
  const value = fc.jsonValue({maxDepth: 3})
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...fieldNames, '__proto__', 'x'), value), (record) => {
      const data = JSON.parse(JSON.stringify(record))
      const first = typeFrontMatter('a', {data, places: noPlaces, written: {}})
      expect(typeFrontMatter('a', {data, places: noPlaces, written: {}})).toEqual(first)
      expect(first.value.params).toBeDefined()
    })
  )
})

test('JSON is read as JSON.parse reads it, whatever the line ends', () => {
  const file = fc.tuple(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom('\n', '\r\n', '\r'))
  fc.assert(
    fc.property(file, ([record, end]) => {
      const json = JSON.stringify(record, undefined, '\t')
      const text = `---json\n${json}\n---\n`.replaceAll('\n', end)
      const {value, diagnostics} = splitFrontMatter({path: 'content/a.md' as SourcePath, text})
      expect(diagnostics).toEqual([])
      expect(JSON.stringify(value.data)).toBe(JSON.stringify(JSON.parse(json)))
      expect(value.bodyOffset).toBe(text.length)
    })
  )
})
