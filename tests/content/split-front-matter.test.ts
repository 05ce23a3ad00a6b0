import {describe, expect, test} from 'vitest'
import {frontMatterText} from '#src/content/front-matter-text.ts'
import {splitFrontMatter} from '#src/content/split-front-matter.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {FrontMatterBlock} from '#src/model/front-matter.ts'
import {placeFinder} from '#src/model/front-matter-places.ts'
import type {SourcePath} from '#src/model/source.ts'
import {usedBytes} from '../used-bytes.ts'

/** A text and what splitting it gives; what is not named is expected to be empty. */
interface Case {
  readonly name: string
  readonly text: string
  readonly data?: unknown
  readonly body: string
  readonly format?: FrontMatterBlock['format']
  /** `line:column code`. */
  readonly problems?: ReadonlyArray<string>
  /** Parts of the first problem's reason and hint. */
  readonly says?: ReadonlyArray<string>
}

function split(text: string): ReturnType<typeof splitFrontMatter> {
  return splitFrontMatter({path: 'content/a.md' as SourcePath, text})
}

function check({text, data = {}, body, format = 'yaml', problems = [], says = []}: Case): void {
  const {value, diagnostics} = split(text)
  expect(diagnostics.map(short)).toEqual(problems)
  expect(JSON.parse(JSON.stringify(value.data))).toEqual(data)
  expect(text.slice(value.bodyOffset)).toBe(body)
  expect(split(frontMatterText(text))).toStrictEqual({value, diagnostics})
  expect(value.format).toBe(format)
  for (const part of says) expect(`${diagnostics[0]?.reason} ${diagnostics[0]?.hint}`).toContain(part)
}

function short({place, code}: Diagnostic): string {
  return `${place?.line}:${place?.column} ${code}`
}

function checkAll(cases: ReadonlyArray<Case>): void {
  test.each(cases)('$name', (one) => {
    check(one)
  })
}

describe('fences', () => {
  checkAll([
    {name: 'an empty file', text: '', body: '', format: 'none'},
    {name: 'no front matter', text: 'Text.\n', body: 'Text.\n', format: 'none'},
    {name: 'YAML', text: '---\na: 1\n---\nText.', data: {a: 1}, body: 'Text.'},
    {name: 'CRLF', text: '---\r\na: 1\r\nb: x\r\n---\r\nText.', data: {a: 1, b: 'x'}, body: 'Text.'},
    {name: 'lone CR', text: '---\r# c\ra: 1\rb: x\r---\rText.', data: {a: 1, b: 'x'}, body: 'Text.'},
    {name: 'mixed line ends', text: '---\ra: 1\r\nb: x\n---\rText.', data: {a: 1, b: 'x'}, body: 'Text.'},
    {name: 'blanks after the fences', text: '--- \t\na: 1\n---\t \nText.', data: {a: 1}, body: 'Text.'},
    {name: 'a closing fence as the last line', text: '---\na: 1\n---', data: {a: 1}, body: ''},
    {name: 'an empty block', text: '---\n---\nText.', body: 'Text.'},
    {name: 'a block of comments', text: '---\n# a\n  # b\n---\nText.', body: 'Text.'},
    {name: 'a block of one bare comment sign', text: '---\n#\n---\n', body: ''},
    {name: 'a fence alone in its file', text: '---', body: '---', format: 'none'},
    {name: 'four dashes', text: '----\na: 1\n---\n', body: '----\na: 1\n---\n', format: 'none'},
    {
      name: 'a fence later in the text',
      text: 'A\n\n---\na: 1\n---\n',
      body: 'A\n\n---\na: 1\n---\n',
      format: 'none'
    },
    {name: 'an indented fence', text: ' ---\na: 1\n---\n', body: ' ---\na: 1\n---\n', format: 'none'},
    {
      name: 'dashes at the start of a line of a value',
      text: '---\na: |\n  x\nb: "\n ---- y\n  z"\n---\n',
      data: {a: 'x\n', b: ' ---- y z'},
      body: ''
    },
    {name: 'TOML', text: '+++\na = 1\n+++\nText.', data: {a: 1}, body: 'Text.', format: 'toml'},
    {
      name: 'YAML fences within TOML',
      text: '+++\na = """\n---\n-----\n"""\n+++\n',
      data: {a: '---\n-----\n'},
      body: '',
      format: 'toml'
    },
    {name: 'a named language', text: '---json\n{"a": 1}\n---\n', data: {a: 1}, body: '', format: 'json'},
    {name: 'named TOML', text: '---toml \na = 1\n---\n', data: {a: 1}, body: '', format: 'toml'},
    {name: 'named YAML', text: '---yaml\na: 1\n---\n', data: {a: 1}, body: ''},
    {
      name: 'JSON in braces',
      text: '{\n\t"a": "}\\"{",\n\t"b": {"c": "\\ud83d\\ude00"}\n}\n\nText.',
      data: {a: '}"{', b: {c: '😀'}},
      body: '\nText.',
      format: 'json-braces'
    }
  ])
})

describe('thematic breaks', () => {
  const prose = '---\n\nText *a*: b\n\n---\n'
  checkAll([
    {name: 'an opening break', text: '---\n\nText.\n', body: '---\n\nText.\n', format: 'none'},
    {name: 'two breaks around prose', text: prose, body: prose, format: 'none'},
    {
      name: 'two breaks around a list',
      text: '---\n\n- a\n\n---\n',
      body: '---\n\n- a\n\n---\n',
      format: 'none'
    },
    {
      name: 'two breaks around no YAML',
      text: '---\n\n@a: b: c\n\n---\n',
      body: '---\n\n@a: b: c\n\n---\n',
      format: 'none'
    },
    {name: 'a mapping after an empty line', text: '---\n\ntitle: A\n---\n', data: {title: 'A'}, body: ''},
    {
      name: 'a broken mapping with a known field',
      text: '---\n\ntitle: A: B\n---\n',
      body: '',
      problems: ['3:8 content/yaml-syntax']
    },
    {name: 'nothing but an empty line', text: '---\n\n---\nText.', body: 'Text.'}
  ])
})

describe('problems of fences', () => {
  checkAll([
    {
      name: 'an unclosed fence',
      text: '---\ntitle: A\n\nText.\n',
      body: 'title: A\n\nText.\n',
      problems: ['1:1 content/unclosed'],
      says: ['no closing `---`']
    },
    {
      name: 'unclosed TOML',
      text: '+++\na = 1\n',
      body: 'a = 1\n',
      format: 'toml',
      problems: ['1:1 content/unclosed']
    },
    {
      name: 'an unclosed brace',
      text: '{\n"a": 1\n',
      body: '"a": 1\n',
      format: 'json-braces',
      problems: ['1:1 content/unclosed'],
      says: ['no closing `}`']
    },
    ...['js', 'javascript', 'coffee', 'constructor', '__proto__', 'toString'].map((language) => ({
      name: `the language ${language}`,
      text: `---${language}\nthrow new Error('ran')\n---\nText.`,
      body: 'Text.',
      format: 'none' as const,
      problems: ['1:4 content/unknown-language'],
      says: ['only YAML, TOML and JSON', `\`${language}\``]
    })),
    ...['- a', 'text', '12', 'null', '~', '"a: b"'].map((block) => ({
      name: `a block that is no mapping: ${block}`,
      text: `---\n${block}\n---\nText.`,
      body: 'Text.',
      problems: ['2:1 content/not-a-mapping']
    })),
    {
      name: 'a block over the limit',
      text: `---\na: ${'x'.repeat(1_000_000)}\n---\nText.`,
      body: 'Text.',
      problems: ['1:1 content/too-large']
    },
    {
      name: 'a run of empty lines over the limit',
      text: `---\na: 1\n${'\n'.repeat(100_000)}\nb: 1\n---\nText.`,
      body: 'Text.',
      problems: ['3:1 content/too-blank']
    }
  ])
})

describe('YAML', () => {
  checkAll([
    {
      name: 'a syntax error in its place',
      text: '---\r\ntitle: A\r\nb: c: d\r\n---\r\n',
      body: '',
      problems: ['3:4 content/yaml-syntax']
    },
    ...[
      ['a: "b\nc: 1\n', '2:4'],
      ["a: 1\nb: 'c\n\n", '3:4'],
      ['a: 1\nb: [c, d\nc: 1\n', '3:4'],
      ['a: [b, {c: d\n\ne: 1\n', '2:8'],
      ['a: [b, "c\n', '2:8']
    ].map(([block, place]) => ({
      name: `what is open and never closed, where it opens: ${JSON.stringify(block)}`,
      text: `---\n${block}---\n`,
      body: '',
      problems: [`${place} content/yaml-syntax`],
      says: ['Close what was opened']
    })),
    {
      name: 'all syntax errors at once',
      text: '---\na: b: c\nd: @x\ne: `y`\n---\n',
      body: '',
      problems: ['2:4 content/yaml-syntax', '3:4 content/yaml-syntax', '4:4 content/yaml-syntax'],
      says: ['in quotes']
    },
    ...[
      ['title: [WIP] my post\n', '2:14'],
      ["title: 'It's mine'\n", '2:12'],
      ['title: *Bold* title\n', '2:15']
    ].map(([block, place]) => ({
      name: `what follows a value: ${JSON.stringify(block)}`,
      text: `---\n${block}---\n`,
      body: '',
      problems: [`${place} content/yaml-syntax`],
      says: ['Put the whole value in quotes']
    })),
    {
      name: 'at most five syntax errors',
      text: `---\n${'a: @x\n'.repeat(9)}---\n`,
      body: '',
      problems: [2, 3, 4, 5, 6].map((line) => `${line}:4 content/yaml-syntax`)
    },
    {
      name: 'a tab as indentation',
      text: '---\na:\n\tb: 1\n---\n',
      body: '',
      problems: ['3:1 content/tab-indentation'],
      says: ['found a tab', 'spaces']
    },
    {
      name: 'a tab in a block of text',
      text: '---\na: |\n\tb\n---\n',
      body: '',
      problems: ['3:1 content/tab-indentation']
    },
    {
      name: 'a duplicate key',
      text: '---\na: 1\nb: 2\na: 3\n---\n',
      data: {a: 1, b: 2},
      body: '',
      problems: ['4:1 content/duplicate-key'],
      says: ['line 2', '`a`']
    },
    {
      name: 'a duplicate key deep down',
      text: '---\na:\n  - b: 1\n    b: 2\n---\n',
      data: {a: [{b: 1}]},
      body: '',
      problems: ['4:5 content/duplicate-key']
    },
    ...['!!js/function "x"', '!!set {a}', '!!binary aa', '!mine x', '!!timestamp 2024-01-01'].map(
      (value) => ({
        name: `the tag of ${value}`,
        text: `---\na: ${value}\n---\n`,
        body: '',
        problems: ['2:4 content/unknown-tag']
      })
    ),
    {
      name: 'an alias without anchor',
      text: '---\na: *b\n---\n',
      data: {a: null},
      body: '',
      problems: ['2:4 content/unknown-alias']
    },
    {
      name: 'an alias within its anchor',
      text: '---\na: &a [*a]\n---\n',
      data: {a: [null]},
      body: '',
      problems: ['2:8 content/unknown-alias']
    },
    {
      name: 'an alias bomb',
      text: `---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n${Array.from({length: 9}, (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level},`.repeat(9)}]\n`).join('')}---\nText.`,
      body: 'Text.',
      problems: ['2:10 content/too-many-values']
    },
    {
      name: 'a bomb of merged keys',
      text: `---\nbase: &b\n${Array.from({length: 300}, (_, index) => `  k${index}: 1\n`).join('')}x:\n${'  - <<: *b\n'.repeat(100)}---\n`,
      body: '',
      problems: ['3:3 content/too-many-values']
    },
    ...['[', '{', '- ', '? ', '[{', '- [', 'a: ['].map((opening) => ({
      name: `20,000 × ${opening}`,
      text: `---\na:\n  ${opening.repeat(20_000)}\n---\n`,
      body: '',
      problems: [expect.stringMatching(/^3:\d+ content\/(?:too-nested|yaml-syntax)$/)]
    })),
    {
      name: 'a hundred thousand mistakes',
      text: `---\n${'}'.repeat(400_000)}\n---\n`,
      body: '',
      problems: ['2:200000 content/too-many-values']
    },
    {
      name: 'nesting by aliases',
      text: `---\na0: &a0 x\n${Array.from({length: 99}, (_, level) => `a${level + 1}: &a${level + 1} [*a${level}]\n`).join('')}---\n`,
      body: '',
      problems: [expect.stringMatching(/content\/too-nested$/)]
    },
    {
      name: 'brackets within text',
      text: `---\na: "${'['.repeat(100)}"\nb: |\n  ${'{'.repeat(100)}\n---\n`,
      data: {a: '['.repeat(100), b: `${'{'.repeat(100)}\n`},
      body: ''
    },
    {
      name: 'a long key',
      text: `---\n${'k'.repeat(300)}: 1\n---\n`,
      body: '',
      problems: ['2:1 content/key-too-long']
    },
    ...['.inf', '-.inf', '.nan', '1e400'].map((value) => ({
      name: `the number ${value}`,
      text: `---\na: ${value}\n---\n`,
      data: {a: null},
      body: '',
      problems: ['2:4 content/not-finite']
    })),
    {
      name: 'a second document',
      text: '---\na: 1\n... \nb: 2\n---\n',
      body: '',
      problems: ['4:1 content/yaml-syntax'],
      says: ['a second document', 'one document']
    },
    {
      name: 'a key that is a list',
      text: '---\n? [a]\n: b\n---\n',
      body: '',
      problems: ['2:3 content/yaml-syntax']
    },
    {
      name: 'merge keys',
      text: '---\na: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\nc:\n  <<: [*a, {z: 4}]\n---\n',
      data: {a: {x: 1, y: 2}, b: {y: 3, x: 1}, c: {x: 1, y: 2, z: 4}},
      body: ''
    },
    {
      name: 'values of YAML 1.2',
      text: '---\na: 2024-01-01\nb: yes\nc: 12:30\nd: 1_000\ne: 0o17\n1: x\ntrue: y\n---\n',
      data: {a: '2024-01-01', b: 'yes', c: '12:30', d: '1_000', e: 15, 1: 'x', true: 'y'},
      body: ''
    }
  ])
})

describe('TOML and JSON', () => {
  checkAll([
    {
      name: 'TOML dates as text',
      text: '+++\na = 1979-05-27\nb = 1979-05-27 07:32:00Z\nc = 07:32:00\n+++\n',
      data: {a: '1979-05-27', b: '1979-05-27 07:32:00Z', c: '07:32:00'},
      body: '',
      format: 'toml'
    },
    {
      name: 'TOML tables',
      text: '+++\na.b = 1\na.c = {d = [2, "x"], e.f = true}\n[t.u]\nv = 3\n[[l]]\nn = 1\n[[l]]\nn = 2\n[l.m]\nz = 4\n[empty]\n+++\n',
      data: {
        a: {b: 1, c: {d: [2, 'x'], e: {f: true}}},
        t: {u: {v: 3}},
        l: [{n: 1}, {n: 2, m: {z: 4}}],
        empty: {}
      },
      body: '',
      format: 'toml'
    },
    {
      name: 'a TOML syntax error',
      text: '+++\r\na = 1\r\nb = \r\n+++\r\n',
      body: '',
      format: 'toml',
      problems: [expect.stringMatching(/^[34]:\d+ content\/toml-syntax$/)]
    },
    {
      name: 'a TOML date that does not exist',
      text: '+++\ndate = 2024-02-30\n+++\n',
      body: '',
      format: 'toml',
      problems: [expect.stringMatching(/^2:\d+ content\/toml-syntax$/)]
    },
    {
      name: 'a duplicate TOML key',
      text: '+++\na = 1\nb = 1\na = 2\n+++\n',
      body: '',
      format: 'toml',
      problems: ['4:1 content/duplicate-key'],
      says: ['line 2', '`a`']
    },
    {
      name: 'a duplicate TOML table',
      text: '+++\n[a]\nx = 1\n[a]\ny = 2\n+++\n',
      body: '',
      format: 'toml',
      problems: ['4:2 content/duplicate-key'],
      says: ['line 2', '`a`']
    },
    {
      name: 'a duplicate key within one line',
      text: '+++\na = {b = 1, b = 2}\n+++\n',
      body: '',
      format: 'toml',
      problems: [expect.stringMatching(/^2:\d+ content\/duplicate-key$/)]
    },
    {
      name: 'TOML infinity',
      text: '+++\na = inf\n+++\n',
      data: {a: null},
      body: '',
      format: 'toml',
      problems: ['2:5 content/not-finite']
    },
    ...[3_000, 20_000].map((depth) => ({
      name: `TOML of ${depth} levels`,
      text: `+++\na = ${'['.repeat(depth)}${']'.repeat(depth)}\n+++\n`,
      body: '',
      format: 'toml' as const,
      problems: [expect.stringMatching(/^2:\d+ content\/too-nested$/)]
    })),
    {
      name: 'a deep TOML key',
      text: `+++\n${'a.'.repeat(20_000)}a = 1\n+++\n`,
      body: '',
      format: 'toml',
      problems: [expect.stringMatching(/^2:\d+ content\/too-nested$/)]
    },
    {
      name: 'a JSON syntax error',
      text: '{\n"a": 1\n"b": 2\n}\n',
      body: '',
      format: 'json-braces',
      problems: [expect.stringMatching(/^[23]:\d+ content\/json-syntax$/)]
    },
    {
      name: 'a duplicate JSON key',
      text: '---json\n{"a": 1,\n"a": 2}\n---\n',
      data: {a: 1},
      body: '',
      format: 'json',
      problems: ['3:1 content/duplicate-key']
    }
  ])
})

describe('names of Object.prototype', () => {
  const own = ['__proto__', 'constructor', 'toString']

  test.each([
    ['YAML', '---\n__proto__: {polluted: 1}\nconstructor: {polluted: 1}\ntoString: x\n---\n'],
    ['merged YAML', '---\n<<: {__proto__: {polluted: 1}, constructor: {polluted: 1}, toString: x}\n---\n'],
    ['TOML', '+++\ntoString = "x"\n[__proto__]\npolluted = 1\n[constructor]\npolluted = 1\n+++\n'],
    ['JSON', '{\n"__proto__": {"polluted": 1}, "constructor": {"polluted": 1}, "toString": "x"\n}\n']
  ])('are keys like others in %s', (_, text) => {
    const {value, diagnostics} = split(text)
    expect(diagnostics).toEqual([])
    expect(Object.keys(value.data).sort()).toEqual(own)
    expect(Object.getPrototypeOf(value.data)).toBe(Object.prototype)
    expect('polluted' in {}).toBe(false)
    expect('polluted' in value.data).toBe(false)
  })
})

describe('places and written texts', () => {
  test('every key and value has its place in the file', () => {
    const findPlace = placeFinder(
      split('---\r\ntitle: A B\r\na/b~:\r\n  - x\r\n  - {c: 1}\r\n---\r\n').value.places
    )
    expect(findPlace('/title')).toEqual({line: 2, column: 8, endLine: 2, endColumn: 11})
    expect(findPlace('/title#key')).toEqual({line: 2, column: 1, endLine: 2, endColumn: 6})
    expect(findPlace('/a~1b~0/1/c')).toEqual({line: 5, column: 9, endLine: 5, endColumn: 10})
    expect(findPlace('/a~1b~0/1/c#key')).toEqual({line: 5, column: 6, endLine: 5, endColumn: 7})
  })

  test('keys with commas, blanks and line ends have places too', () => {
    const findPlace = placeFinder(split('---\n"a, b\\n~2": 1\n~2c: 2\n---\n').value.places)
    expect(findPlace('/a, b\n~02')).toEqual({line: 2, column: 13, endLine: 2, endColumn: 14})
    expect(findPlace('/~02c#key')).toEqual({line: 3, column: 1, endLine: 3, endColumn: 4})
    expect(findPlace('/a')).toBeUndefined()
  })

  test('TOML has places too', () => {
    const findPlace = placeFinder(split('+++\na = 1\n[t]\ntags = ["x",\n"y"]\n+++\n').value.places)
    expect(findPlace('/t/tags/1')).toEqual({line: 5, column: 1, endLine: 5, endColumn: 4})
    expect(findPlace('/t/tags#key')).toEqual({line: 4, column: 1, endLine: 4, endColumn: 5})
  })

  test('scalars keep the text that their value does not tell', () => {
    const yaml = split(
      '---\na: 1e3\nb: 0777\nc: 12\nd: "1e3"\ne: null\nf:\ng: ~\nh: True\ni: [1.0]\n---\n'
    ).value
    expect(yaml.written).toEqual({'/a': '1e3', '/b': '0777', '/e': 'null', '/h': 'True', '/i/0': '1.0'})
    expect(split('+++\na = 1_000\nb = 0xff\nc = true\n+++\n').value.written).toEqual({
      '/a': '1_000',
      '/b': '0xff'
    })
    expect(split('{\n"a": 1.50, "b": null\n}\n').value.written).toEqual({'/a': '1.50'})
  })

  test('the same text gives the same, twice: nothing is cached', () => {
    const text = '---\na: [\n---\n'
    expect(split(text)).toEqual(split(text))
    expect(split(text).diagnostics).toHaveLength(1)
  })

  test('what is held of front matter keeps no body in memory', () => {
    const [count, bodyLength] = [200, 50_000]
    const before = usedBytes()
    const held = Array.from({length: count}, (_, number) => {
      const text = `---\ntitle: A title that is long enough to be a part, ${number}\n---\n${'x'.repeat(bodyLength)}${number}`
      return split(text).value.data
    })
    expect(usedBytes() - before).toBeLessThan((count * bodyLength) / 4)
    expect(held).toHaveLength(count)
  })
})
