import {expect, test} from 'vitest'
import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {referenceTargets} from '#src/routing/resolve-reference.ts'

const origin = {source: 'content/articles/hello.md' as SourcePath, route: '/articles/hello/' as RoutePath}

function check(reference: string): string | undefined {
  const targets = referenceTargets(reference, origin)
  return targets && `${targets.sources[0] ?? '-'} ${targets.routes[0] ?? '-'} ${targets.suffix}`.trim()
}

test.each([
  ['other.md', 'content/articles/other.md /articles/hello/other.md'],
  ['./other.md#part', 'content/articles/other.md /articles/hello/other.md #part'],
  ['../about.md?x=1', 'content/about.md /articles/about.md ?x=1'],
  ['/about/', 'content/about /about'],
  ['../other/', 'content/other /articles/other'],
  ['a%20b.png', 'content/articles/a b.png /articles/hello/a b.png'],
  ['?page=2', '- /articles/hello/ ?page=2'],
  ['../../x.png', 'x.png /x.png'],
  ['../../../x.png', '- -'],
  ['%zz.md', undefined],
  ['..%5c..%5cx', undefined]
])('%j may mean %j', (reference, targets) => {
  expect(check(reference)).toBe(targets)
})

test('a name without extension may be a document, a bundle or a section', () => {
  expect(referenceTargets('guide', origin)?.sources).toEqual([
    'content/articles/guide',
    'content/articles/guide.md',
    'content/articles/guide/index.md',
    'content/articles/guide/_index.md',
    'content/articles/guide.markdown',
    'content/articles/guide/index.markdown',
    'content/articles/guide/_index.markdown'
  ])
})
