import {expect, test} from 'vitest'
import {findHeaders, parseHeaders} from '#src/dev-server/headers.ts'

const rules = parseHeaders(`
# For all
/*
  X-Frame-Options: DENY
  Link: </a.css>; rel=preload

/docs/:version/*
  Link: </b.css>; rel=preload
  ! X-Frame-Options
  Content-Length: 3
  Broken
  Bad Name: x
  X-Split: a\u{1}b

https://site.example/*
  X-Elsewhere: yes
/a.b
\tX-Tab: yes
/a*.png
  Cache-Control: max-age=60
`)

test.each([
  ['/', {'x-frame-options': 'DENY', link: '</a.css>; rel=preload'}],
  ['/docs/2/a/', {link: '</a.css>; rel=preload, </b.css>; rel=preload'}],
  ['/docs/2', {'x-frame-options': 'DENY', link: '</a.css>; rel=preload'}],
  ['/a.b', {'x-frame-options': 'DENY', link: '</a.css>; rel=preload', 'x-tab': 'yes'}],
  ['/axb', {'x-frame-options': 'DENY', link: '</a.css>; rel=preload'}],
  ['/a/b.png', {'x-frame-options': 'DENY', link: '</a.css>; rel=preload', 'cache-control': 'max-age=60'}]
])('%s', (path, expected) => {
  expect(findHeaders(rules, path)).toEqual(expected)
})

test('lines before the first path say nothing', () => {
  expect(findHeaders(parseHeaders('  X-Lost: yes\n/*\n'), '/')).toEqual({})
})
