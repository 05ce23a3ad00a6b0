import fc from 'fast-check'
import type {Emitter} from 'highlight.js'
import core from 'highlight.js/lib/core'
import {beforeAll, describe, expect, test} from 'vitest'
import {classHighlighter} from '#src/markdown/code/class-highlighter.ts'
import {grammarLoaders} from '#src/markdown/code/grammar-loaders.ts'
import {nameInnerLanguages} from '#src/markdown/code/inner-languages.ts'
import {kindOfScope, kindWithin} from '#src/markdown/code/scope-kinds.ts'
import {appendToken, type Token} from '#src/markdown/code/token.ts'

/** What highlight.js finds, as tokens. */
class JudgeEmitter implements Emitter {
  readonly tokens: Array<Token> = []
  readonly #open: Array<Token['kind']> = [undefined]

  addText(text: string): void {
    appendToken(this.tokens, this.#open.at(-1), text)
  }

  openNode(scope: string): void {
    this.#open.push(kindWithin(kindOfScope(scope), this.#open.at(-1)))
  }

  closeNode(): void {
    this.#open.pop()
  }

  startScope(scope: string): void {
    this.openNode(scope)
  }

  endScope(): void {
    this.closeNode()
  }

  __addSublanguage(inner: Emitter): void {
    if (!(inner instanceof JudgeEmitter)) return
    for (const {kind, text} of inner.tokens) appendToken(this.tokens, kind ?? this.#open.at(-1), text)
  }

  finalize(): void {}

  toHTML(): string {
    return ''
  }
}

const judge = core.newInstance()
judge.configure({__emitter: JudgeEmitter})
const highlighter = classHighlighter()
const names = Object.keys(grammarLoaders).filter((name) => name !== 'plaintext')

beforeAll(async () => {
  await highlighter.load(names)
  for (const name of names) {
    const grammar = await grammarLoaders[name]?.()
    if (grammar === undefined) throw new Error(`Expected a grammar of ${name}`)
    judge.registerLanguage(name, (api) => {
      const language = grammar.default(api)
      nameInnerLanguages(language)
      return language
    })
  }
})

/** Signs that mean something in one language or another. */
const signs = [
  ...[
    '"',
    "'",
    '`',
    '"""',
    "'''",
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '<',
    '>',
    '</',
    '/>',
    '{{',
    '}}',
    '{%',
    '%}'
  ],
  ...[
    '//',
    '/*',
    '*/',
    '#',
    '--',
    '<!--',
    '-->',
    ';',
    '%',
    '\n',
    '\n\n',
    '\n  ',
    '\t',
    '\\',
    '\\n',
    '\\"',
    '=begin'
  ],
  ...[
    '=end',
    '<<EOF\n',
    'EOF\n',
    '$',
    '${',
    '$x',
    '@',
    '!',
    '&',
    '|',
    '~',
    '^',
    '*',
    '+',
    '-',
    '=',
    '==',
    '=>',
    '->'
  ],
  ...[
    ':',
    '::',
    ',',
    '.',
    '?',
    '<?php',
    '?>',
    '<script>',
    '</script>',
    '<style>',
    '</style>',
    '<b class="c">',
    'é'
  ],
  ...[
    '😀',
    '0x1f',
    '12.5e3',
    '1_000',
    'foo',
    'Bar',
    'BAZ',
    'f(',
    'class',
    'def',
    'function',
    'end',
    'return',
    'let'
  ],
  ...[
    'TODO:',
    'q{',
    'r"',
    "it's",
    '# a\n',
    '> a\n',
    '- a\n',
    '$ ls\n',
    '>>> a\n',
    '#!/bin/sh\n',
    '---\n',
    'a: b\n'
  ]
]

/** Texts of signs and words that a language has. */
function arbitraryCode(name: string): fc.Arbitrary<string> {
  judge.highlight('', {language: name})
  const words = Object.keys(judge.getLanguage(name)?.keywords ?? {})
  const sign = fc.constantFrom(...signs)
  const part = words.length === 0 ? sign : fc.oneof({weight: 3, arbitrary: sign}, fc.constantFrom(...words))
  return fc
    .array(fc.tuple(part, fc.constantFrom('', ' ')), {minLength: 5, maxLength: 100, size: 'max'})
    .map((parts) => parts.flat().join(''))
}

function judged(name: string, code: string): ReadonlyArray<Token> {
  const {_emitter: found, errorRaised} = judge.highlight(code, {language: name, ignoreIllegals: true})
  if (errorRaised !== undefined || !(found instanceof JudgeEmitter)) return [{kind: undefined, text: code}]
  return found.tokens
}

const textOf = (tokens: ReadonlyArray<Token>): string => tokens.map(({text}) => text).join('')

describe('reading code', () => {
  test.each(names)('finds in %s what highlight.js finds', (name) => {
    let compared = 0
    fc.assert(
      fc.property(arbitraryCode(name), (code) => {
        const tokens = highlighter.tokensOf(name, code)
        expect(textOf(tokens)).toBe(code)
        const expected = judged(name, code)
        // It adds line feeds where code ends with what is illegal there.
        if (textOf(expected) !== code) return
        compared++
        expect(tokens).toEqual(expected)
      }),
      {numRuns: 60}
    )
    expect(compared).toBeGreaterThan(30)
  })

  test('tells the languages in a language by those that go on in them', () => {
    const code = '<?php if ($a): ?>\n<b class="x">\n<?php endif ?>\n</b>\n<script>let a = `1`</script>'
    for (const name of ['php', 'php-template', 'erb', 'xml']) {
      expect(highlighter.tokensOf(name, code), name).toEqual(judged(name, code))
    }
  })
})
