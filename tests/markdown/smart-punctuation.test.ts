import {expect, test} from 'vitest'
import {defaultFeatures} from '#src/model/markdown-options.ts'
import {compileText, htmlOf} from './compile-text.ts'

const text = `"Out 'in' out" -- it's...`

test.each([
  ['en', '“Out ‘in’ out” – it’s…'],
  ['en-GB', '“Out ‘in’ out” – it’s…'],
  ['de', '„Out ‚in‘ out“ – it’s…'],
  ['de-CH', '«Out ‹in› out» – it’s…'],
  ['fr', '«\u202FOut “in” out\u202F» – it’s…'],
  ['pl-PL', '„Out «in» out” – it’s…'],
  ['pt-BR', '“Out ‘in’ out” – it’s…'],
  ['sv', '”Out ’in’ out” – it’s…'],
  ['zh-Hant-HK', '「Out 『in』 out」 – it’s…']
])('quotation marks are those of %s', async (smartPunctuation, expected) => {
  const {value} = await compileText(text, {features: {...defaultFeatures, smartPunctuation}})
  expect(htmlOf(value.body)).toBe(`<p>${expected}</p>`)
})
