import {expect, test} from 'vitest'
import {checkCodes} from '#src/config/check-codes.ts'

test('rules that can have no effect are reported where they are written', () => {
  const site = {'routing/broken-refrence': 'error', 'site/no-title': 'off', 'my-lint/rule': 'hint'} as const
  const sections = {a: {'routing/collision': 'off', 'routing/nothing-of-the-kind': 'off'}} as const
  const text = JSON.stringify({checks: site, sections: {a: {checks: sections.a}}}, undefined, 1)
  const found = checkCodes({checks: {site, sections}, file: 'galley.config.json'}, text)
  expect(found.map(({code, place, reason, hint}) => [code, place?.line, reason, hint])).toEqual([
    [
      'config/unknown-check',
      3,
      'Expected the code of a problem, found `routing/broken-refrence`',
      'Did you mean `routing/broken-reference`?'
    ],
    [
      'config/fixed-check',
      10,
      'Expected a code of warnings or hints in `sections.a.checks.routing/collision`, found one of errors',
      'Where there is such an error, the output would be wrong'
    ],
    [
      'config/unknown-check',
      11,
      'Expected the code of a problem, found `routing/nothing-of-the-kind`',
      'It stands behind each problem'
    ]
  ])
})
