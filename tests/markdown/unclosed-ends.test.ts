import {describe, expect, test} from 'vitest'
import {compileText} from './compile-text.ts'

describe.each(['native', 'remark'] as const)('with %s', (parser) => {
  test.each([
    ['```js\nlet a\n``\n\nText', ['1:1-4 markdown/unclosed-code']],
    ['Text\n\n````\n```\n', ['3:1-5 markdown/unclosed-code']],
    ['> ~~~\n> a\n\nText', ['1:3-6 markdown/unclosed-code']],
    ['- ```\n  a\n\nText', ['1:3-6 markdown/unclosed-code']],
    ['```', ['1:1-4 markdown/unclosed-code']],
    ['A\n\n<!-- b --\n\n## C', ['3:1-5 markdown/unclosed-comment']],
    ['```js\nlet a\n```', []],
    ['````\n```\n`````  ', []],
    ['> ```\n> a\n> ```', []],
    ['1. - ~~~\n     a\n     ~~~', []],
    ['    a\n    b', []],
    ['A <!-- b --> c\n\n<!-- d\n\ne -->\n\n<div>\n<!-- f\n</div>', []]
  ])('%j', async (text, expected) => {
    const {diagnostics} = await compileText(text, {parser})
    const told = diagnostics.filter(({code}) => /unclosed-(?:code|comment)$/.test(code))
    expect(
      told.map(({code, place}) => `${place?.line}:${place?.column}-${place?.endColumn} ${code}`)
    ).toEqual(expected)
  })
})
