import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {toSarif} from '#src/diagnostics/to-sarif.ts'
import {sarifMistakes} from './sarif-mistakes.ts'
import {schemaMistakes} from './sarif-schema.ts'

const misspelled: Diagnostic = {
  code: 'content/unknown-field',
  severity: 'warning',
  reason: 'Expected a known front matter field, found `tilte`',
  file: 'content/why: 100 %?.md',
  place: {line: 3, column: 1, endLine: 3, endColumn: 6},
  hint: 'Did you mean `title`?'
}
const unreadable: Diagnostic = {
  code: 'read/unreadable',
  severity: 'error',
  reason: 'Expected a file that can be read',
  file: 'content/secret.md'
}

describe('toSarif', () => {
  test('has a rule for each code, and a result for each diagnostic', () => {
    const log = toSarif([{...misspelled, file: 'content/a.md'}, unreadable, misspelled], '1.2.3')
    expect(log).toEqual({
      version: '2.1.0',
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      runs: [
        {
          tool: {
            driver: {
              name: 'Galley',
              version: '1.2.3',
              rules: [
                {id: 'content/unknown-field', defaultConfiguration: {level: 'warning'}},
                {id: 'read/unreadable'}
              ]
            }
          },
          columnKind: 'utf16CodeUnits',
          results: [
            misspelling('content/a.md'),
            {
              ruleId: 'read/unreadable',
              ruleIndex: 1,
              level: 'error',
              message: {text: 'Expected a file that can be read'},
              locations: [{physicalLocation: {artifactLocation: {uri: 'content/secret.md'}}}]
            },
            misspelling('content/why%3A%20100%20%25%3F.md')
          ]
        }
      ]
    })
    expect(sarifMistakes(log)).toEqual([])
    expect(schemaMistakes(log)).toEqual([])
  })

  test('what is wrong with no file has no location, and nothing wrong is a run without results', () => {
    expect(toSarif([{...unreadable, file: ''}], '1').runs[0]?.results?.[0]).not.toHaveProperty('locations')
    const clean = toSarif([], '1')
    expect(clean.runs[0]).toMatchObject({results: []})
    expect(sarifMistakes(clean)).toEqual([])
    expect(schemaMistakes(clean)).toEqual([])
  })

  test('is what the format asks for, whatever was found', () => {
    const count = fc.integer({min: 1, max: 1e6})
    const diagnostic: fc.Arbitrary<Diagnostic> = fc.record({
      code: fc.constantFrom('a/a', 'b/b', 'c/c'),
      severity: fc.constantFrom('error', 'warning', 'hint'),
      reason: fc.string({unit: 'binary'}),
      // As the site names files: never from the root of the disk.
      file: fc.string({unit: 'grapheme'}).map((name) => name.replace(/^\/+/, '')),
      place: fc.record({line: count, column: count, endLine: count, endColumn: count})
    })
    fc.assert(
      fc.property(fc.array(diagnostic), (diagnostics) => {
        const written: unknown = JSON.parse(JSON.stringify(toSarif(diagnostics, '1')))
        expect(sarifMistakes(written)).toEqual([])
        expect(schemaMistakes(written)).toEqual([])
      })
    )
  })
})

test('mistakes of a log are found', () => {
  const log = toSarif([misspelled], '1')
  const change = (part: object) => ({...log, runs: [{...log.runs[0], ...part}]})
  const result = log.runs[0]?.results?.[0]
  expect(sarifMistakes({...log, version: '2.0'})).toEqual(['version'])
  expect(sarifMistakes({...log, runs: undefined})).toEqual(['runs'])
  expect(sarifMistakes(change({tool: {driver: {}}}))).toEqual(['tool', 'result 0: ruleIndex'])
  expect(sarifMistakes(change({results: [{...result, level: 'fatal'}]}))).toEqual(['result 0: level'])
  expect(sarifMistakes(change({results: [{...result, message: {}}]}))).toEqual(['result 0: message'])
  expect(
    sarifMistakes(change({results: [{...result, locations: [located('/a b', {startLine: 0})]}]}))
  ).toEqual(['result 0: uri', 'result 0: region'])
})

test('the official schema finds mistakes of a log', () => {
  const log = toSarif([misspelled], '1')
  const [run] = log.runs
  expect(schemaMistakes({...log, version: '2.0'})).toEqual([
    '/version must be equal to one of the allowed values'
  ])
  expect(schemaMistakes({...log, runs: [{...run, tool: {driver: {}}}]})).toEqual([
    "/runs/0/tool/driver must have required property 'name'"
  ])
  const results = [{...run?.results?.[0], locations: [located('a b', {startLine: 0})]}]
  expect(schemaMistakes({...log, runs: [{...run, results}]})).toEqual([
    '/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri must match format "uri-reference"',
    '/runs/0/results/0/locations/0/physicalLocation/region/startLine must be >= 1'
  ])
})

function located(uri: string, region: object): object {
  return {physicalLocation: {artifactLocation: {uri}, region}}
}

function misspelling(uri: string): object {
  return {
    ruleId: 'content/unknown-field',
    ruleIndex: 0,
    level: 'warning',
    message: {text: 'Expected a known front matter field, found `tilte`\nDid you mean `title`?'},
    locations: [
      {
        physicalLocation: {
          artifactLocation: {uri},
          region: {startLine: 3, startColumn: 1, endLine: 3, endColumn: 6}
        }
      }
    ]
  }
}
