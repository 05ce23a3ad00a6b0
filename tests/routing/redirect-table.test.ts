import {describe, expect, test} from 'vitest'
import type {RedirectStatus, RedirectTarget} from '#src/model/redirect.ts'
import type {RoutePath} from '#src/model/route.ts'
import {filledTarget, findRedirect} from '#src/routing/find-redirect.ts'
import {parsePattern, patternText} from '#src/routing/path-pattern.ts'
import {type Redirect, redirectTable} from '#src/routing/redirect-table.ts'

/** Rules as lines `FROM TO [STATUS]`. */
function rulesOf(lines: ReadonlyArray<string>): ReadonlyArray<Redirect> {
  return lines.map((line, index) => {
    const [from = '', to = '', status = '301'] = line.split(' ')
    return {
      from: parsePattern(from),
      target: targetOf(to),
      status: Number(status) as RedirectStatus,
      origin: {index}
    }
  })
}

function targetOf(to: string): RedirectTarget {
  if (!to.startsWith('/')) return {kind: 'elsewhere', url: to}
  const [path = '', query] = to.split('?')
  return {kind: 'site', path: path as RoutePath, suffix: query === undefined ? '' : `?${query}`}
}

/** The table as lines, and codes of what is wrong, each with the index of its rule. */
function tableOf(lines: ReadonlyArray<string>, taken: ReadonlyArray<string> = []) {
  const {value, diagnostics} = redirectTable(rulesOf(lines), {
    isTaken: (path) => taken.includes(path),
    spotOf: (origin) => ({file: 'index' in origin ? String(origin.index) : ''})
  })
  return {
    table: value,
    lines: value.map(({from, target, status}) => {
      const to = target?.kind === 'site' ? target.path + target.suffix : target?.url
      return `${patternText(from)} ${to} ${status}`
    }),
    problems: diagnostics.map(({file, code, reason}) => `${file} ${code}: ${reason}`)
  }
}

describe('a rule leads to where readers arrive', () => {
  test.each<[string, ReadonlyArray<string>, ReadonlyArray<string>]>([
    ['through several', ['/a/ /b/', '/b/ /c/', '/c/ /d/'], ['/a /d/ 301', '/b /d/ 301', '/c /d/ 301']],
    ['for now, when a part is for now', ['/a/ /b/ 308', '/b/ /c/ 302'], ['/a /c/ 302', '/b /c/ 302']],
    ['for good only when all is for good', ['/a/ /b/ 307', '/b/ /c/ 301'], ['/a /c/ 307', '/b /c/ 301']],
    [
      'out of the site',
      ['/a/ /b/', '/b/ https://x.org/'],
      ['/a https://x.org/ 301', '/b https://x.org/ 301']
    ],
    ['with its query', ['/a/ /b/?x=1', '/b/ /c/'], ['/a /c/?x=1 301', '/b /c/ 301']],
    ['by a pattern', ['/b/* /c/:splat', '/a/ /b/x/'], ['/a /c/x/ 301', '/b/* /c/:splat 301']],
    [
      'from a pattern by a pattern',
      ['/a/:x/* /b/:splat', '/b/* https://x.org/:splat?from=b'],
      ['/a/:x/* https://x.org/:splat?from=b 301', '/b/* https://x.org/:splat?from=b 301']
    ],
    ['with other names', ['/a/:x /b/:x', '/b/:y /c/:y'], ['/a/:x /c/:x 301', '/b/:y /c/:y 301']],
    [
      'but not where that is known only when somebody comes',
      ['/a/:x /b/:x', '/b/one /c/', '/b/:y /d/:y'],
      ['/b/one /c/ 301', '/a/:x /b/:x 301', '/b/:y /d/:y 301']
    ],
    ['but not to what is sent in place', ['/a/ /b/', '/b/ /c/ 200'], ['/a /b/ 301', '/b /c/ 200']],
    ['an exact one before patterns', ['/a/* /x/:splat', '/a/b/ /c/'], ['/a/b /c/ 301', '/a/* /x/:splat 301']]
  ])('%s', (_, rules, expected) => {
    expect(tableOf(rules)).toMatchObject({lines: expected, problems: []})
  })

  test('and what is there goes before patterns', () => {
    expect(tableOf(['/b/* /c/', '/a/ /b/'], ['/b/'])).toMatchObject({
      lines: ['/a /b/ 301', '/b/* /c/ 301'],
      problems: []
    })
  })
})

describe('what is wrong', () => {
  test.each<[string, ReadonlyArray<string>, ReadonlyArray<string>]>([
    [
      'a loop, told of at each of its rules',
      ['/x/ /a/', '/a/ /b/', '/b/ /a/'],
      [
        '1 routing/redirect-loop: Expected an address where readers arrive, found `/a` → `/b` → `/a`',
        '2 routing/redirect-loop: Expected an address where readers arrive, found `/b` → `/a` → `/b`'
      ]
    ],
    [
      'a rule to itself',
      ['/a/ /a'],
      ['0 routing/redirect-loop: Expected an address where readers arrive, found `/a` → `/a`']
    ],
    [
      'a pattern that grows',
      ['/a/* /a/b/:splat'],
      ['0 routing/redirect-loop: Expected an address where readers arrive, found `/a/*` → `/a/*`']
    ],
    [
      'a pattern that another has whole',
      ['/a/* /b/', '/a/:x/ /c/', '/a/:x/* /c/'],
      [
        '1 routing/shadowed-redirect: Expected a rule that readers come to, found `/a/:x`, whose addresses `/a/*` has before it',
        '2 routing/shadowed-redirect: Expected a rule that readers come to, found `/a/:x/*`, whose addresses `/a/*` has before it'
      ]
    ],
    [
      'the same pattern again',
      ['/a/* /b/', '/a/* /c/'],
      [
        '1 routing/shadowed-redirect: Expected a rule that readers come to, found `/a/*`, whose addresses another rule has before it'
      ]
    ],
    ['none: patterns of which each has its own', ['/a/:x /b/', '/a/:x/y /c/', '/:x/b /c/', '/a/* /d/'], []]
  ])('%s', (_, rules, expected) => {
    expect(tableOf(rules).problems).toEqual(expected)
  })
})

test.each([
  ['/old', '/new/'],
  ['/old/', '/new/'],
  ['/2024/05/x/', '/x/?/2024-05'],
  ['/2024/05', undefined],
  ['/docs', '/guide/'],
  ['/docs/', '/guide/'],
  ['/docs/a/b/', '/guide/a/b/'],
  ['/docs/a/b', '/guide/a/b'],
  ['/docsa', undefined]
])('%s', (path, expected) => {
  const {table} = tableOf([
    '/old/ /new/',
    '/docs/* /guide/:splat',
    '/:year/:month/:slug /:slug/?/:year-:month'
  ])
  const found = findRedirect(table, path)
  const suffix = found?.target?.kind === 'site' ? found.target.suffix : ''
  const [, year = '', month = ''] = path.split('/')
  const filled = suffix.replace(':year', year).replace(':month', month)
  expect(found && filledTarget(found, path) + filled).toBe(expected)
})
