import {expect, test} from 'vitest'
import {findLiterals} from '#src/move/find-literals.ts'

test.each([
  [`href('/about/')`, ['/about/']],
  [`<a href="/about/?q#part">`, ['/about/#part']],
  ['`content/a b.md`', []],
  [`'content/a.md'`, ['content/a.md']],
  [`'/about/\${name}/'`, []],
  [`'/about/' + name, "it's /about/"`, ['/about/']],
  [`'about/'`, []]
])('paths that stand whole in code: %s', (code, expected) => {
  const found = findLiterals(code)
  expect(found.map(({path, fragment}) => path + (fragment === undefined ? '' : `#${fragment}`))).toEqual(
    expected
  )
  for (const {path, start, end} of found) expect(code.slice(start, end)).toBe(path)
})
