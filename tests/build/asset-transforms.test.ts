import {expect, test} from 'vitest'
import {buildSite} from './check-build.ts'

const site = `
-- content/a.md --
---
title: A
---
<link rel="stylesheet" href="/assets/site.shout"> <img src="/assets/plain.txt" alt="">
-- templates/assets/site.shout --
@import "./partials/more.shout";
P { COLOR: RED }
-- templates/assets/partials/more.shout --
B { COLOR: BLUE }
-- templates/assets/_hidden.shout --
I {}
-- templates/assets/plain.txt --
plain
`

/** A language that is CSS in capitals. */
const plugin = (transform: (text: string) => string) => ({
  name: 'quiet',
  version: '1',
  assets: [{files: /\.shout$/, transform: ({text}: {readonly text: string}) => ({text: transform(text)})}]
})

const build = (transform: (text: string) => string): ReturnType<typeof buildSite> =>
  buildSite(site.replace('/assets/site.shout', '/assets/site.css'), {
    config: {title: 'A', plugins: [plugin(transform)]}
  })

test('a plugin makes style sheets of files in another language, which are bundled as all others', async () => {
  const {files, problems} = await build((text) => text.toLowerCase())
  expect(problems).toEqual([])
  const names = Object.keys(files).filter((path) => /^(?:built|assets)\//.test(path))
  expect(names).toEqual([
    expect.stringMatching(/^assets\/plain\.txt$/),
    expect.stringMatching(/^built\/site-\w{10}\.css$/)
  ])
  const sheet = files[names[1] ?? ''] ?? ''
  expect(sheet).toContain('p{color:red}')
  expect(files['a/index.html']).toContain(`href="/${names[1]}"`)
})

test.each([
  ['with a line and column', {line: 1, column: 5}, '1:5'],
  ['with a span, as of Sass', {span: {start: {line: 1, column: 0}}}, '2:1'],
  ['with no place', {}, '1:1']
])('what a plugin throws %s is told at the file', async (_, place, at) => {
  const {problems} = await build(() => {
    throw Object.assign(new Error('No such color\nas a stack'), place)
  })
  expect(problems).toEqual([
    `templates/assets/site.shout:${at} error host/asset-syntax: Expected a valid script, found an error: No such color`.replace(
      'script',
      'style sheet'
    )
  ])
})
