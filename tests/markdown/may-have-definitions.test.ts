import {expect, test} from 'vitest'
import {mayHaveDefinitions} from '#src/markdown/native-text.ts'
import {defaultFeatures} from '#src/model/markdown-options.ts'
import {compileText} from './compile-text.ts'

const options = {features: {...defaultFeatures, definitionLists: true}}

test.each(['a\n: b', 'a\n:\tb', 'a\n\n: b\n: c', '> a\n> : b', 'a\r\n: b\r\n', ':::aside\na\n: b\n:::'])(
  '%j has definitions, and they are seen',
  async (text) => {
    expect(mayHaveDefinitions(text)).toBe(true)
    const {value} = await compileText(text, options)
    expect(value.body.chunks.join('') + JSON.stringify(value.body.slots)).toContain('<dd>')
  }
)

test.each(['a: b', 'a\n:b', 'a\n::b', '```\nc\n```', '| a |\n|:--|', 'a :\nb'])('%j has none', (text) => {
  expect(mayHaveDefinitions(text)).toBe(false)
})
