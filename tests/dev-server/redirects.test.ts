import {expect, test} from 'vitest'
import {findRedirect, parseRedirects} from '#src/dev-server/redirects.ts'

const rules = parseRedirects(`
# Old addresses
/old /new/
/old-blog/* /articles/:splat 302
/u/:name/:id https://users.example/:name?id=:id 308
/forced/ /elsewhere 301!
/rewritten /index.html 200
/app/* /app.html 200!
/gone/* /gone.html 404
/proxied https://api.example/ 200
/for-some /a 301 Country=fr
no-slash /a
/nowhere
/twice /first
/twice /second
/colon /a:b
/caf%C3%A9/ /x/
/left /404.html 410
`)

test.each([
  ['/old', '301 /new/'],
  ['/old/', '301 /new/'],
  ['/old/more', undefined],
  ['/old-blog/2020/a b/', '302 /articles/2020/a%20b/'],
  ['/old-blog/', '302 /articles/'],
  ['/u/ann/7', '308 https://users.example/ann?id=7'],
  ['/u/ann', undefined],
  ['/forced', '301! /elsewhere'],
  ['/rewritten', '200 /index.html'],
  ['/app/x', '200! /app.html'],
  ['/gone/x', '404 /gone.html'],
  ['/proxied', undefined],
  ['/for-some', undefined],
  ['/no-slash', undefined],
  ['/nowhere', undefined],
  ['/twice', '301 /first'],
  ['/colon', '301 /a:b'],
  ['/old-blog/2020', '302 /articles/2020'],
  ['/café', '301 /x/'],
  ['/left/', '410 /404.html']
])('%s', (path, expected) => {
  const found = findRedirect(rules, path)
  expect(found && `${found.status}${found.isForced ? '!' : ''} ${found.to}`).toBe(expected)
})
