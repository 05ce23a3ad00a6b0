import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {type CodeFault, codeFault} from '#src/diagnostics/code-fault.ts'
import {hintCodes, warningCodes} from '#src/diagnostics/codes.ts'
import {errorCodes} from '#src/diagnostics/error-codes.ts'

const sourceRoot = join(import.meta.dirname, '../../src')
const texts = readdirSync(sourceRoot, {recursive: true, encoding: 'utf8'})
  .filter((path) => path.endsWith('.ts') && !path.startsWith('diagnostics/codes'))
  .map((path) => ({path, text: readFileSync(join(sourceRoot, path), 'utf8')}))
const severityByCode = new Map<string, string>([
  ...errorCodes.map((code) => [code, 'error'] as const),
  ...warningCodes.map((code) => [code, 'warning'] as const),
  ...hintCodes.map((code) => [code, 'hint'] as const)
])

describe('the list of codes', () => {
  test('has each code once, in order', () => {
    expect(severityByCode.size).toBe(errorCodes.length + warningCodes.length + hintCodes.length)
    for (const codes of [errorCodes, warningCodes, hintCodes]) expect([...codes]).toEqual([...codes].sort())
  })

  test('has no code that no message gives', () => {
    const all = texts.map(({text}) => text).join('\n')
    const unused = [...severityByCode.keys()].filter((code) => {
      const name = code.replace(/^content\/|^markdown\/include-/, '')
      return !all.includes(`'${code}'`) && !all.includes(`'${name}'`)
    })
    expect(unused).toEqual([])
  })

  test('tells the severity of messages that are written out', () => {
    const wrong = texts.flatMap(({path, text}) =>
      [...text.matchAll(/code: '([a-z]+\/[a-z-]+)',\s*severity: '([a-z]+)'/g)]
        .filter(([, code = '', severity]) => severityByCode.get(code) !== severity)
        .map(([, code]) => `${path}: ${code}`)
    )
    expect(wrong).toEqual([])
  })
})

test.each<[string, CodeFault | undefined]>([
  ['routing/broken-reference', undefined],
  ['routing/collision', {kind: 'fixed'}],
  ['routing/broken-refrence', {kind: 'unknown', intended: 'routing/broken-reference'}],
  ['routng/broken-reference', {kind: 'unknown', intended: 'routing/broken-reference'}],
  ['routing/whatever-that-may-be', {kind: 'unknown', intended: undefined}],
  ['my-plugin/rule', undefined],
  ['rule', {kind: 'unknown', intended: undefined}]
])('a code %s', (code, fault) => {
  expect(codeFault(code)).toEqual(fault)
})
