import {expect, test} from 'vitest'
import {hintForAlias, hintForUrl} from '#src/content/path-hints.ts'

test.each([
  ['blog/ten.html', 'Did you mean `/blog/ten.html`?'],
  ['ten', 'Did you mean `/ten`?'],
  ['../ten', undefined],
  ['//x.org/', undefined],
  ['https://x.org/', undefined],
  ['a?b', undefined]
])('a url %s is offered from the root', (text, hint) => {
  expect(hintForUrl(text)).toBe(hint)
})

test.each([
  ['old', 'content/posts/ten.md', '/posts/old'],
  ['old/', 'content/posts/ten/index.md', '/posts/old/'],
  ['old', 'content/ten.md', '/old'],
  ['x/old', 'content/a/b/my-index.md', '/a/b/x/old']
])('an alias %s of %s is offered beside the page', (text, file, intended) => {
  expect(hintForAlias(text, file)).toContain(`\`${intended}\``)
})

test.each(['../old', 'http://x.org/', '/a/../b'])('an alias %s has no form to offer', (text) => {
  expect(hintForAlias(text, 'content/posts/ten.md')).toBeUndefined()
})
