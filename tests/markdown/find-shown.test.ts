import {expect, test} from 'vitest'
import {findShown} from '#src/markdown/includes/find-shown.ts'
import {sourcePath} from './compile-text.ts'

test.each([
  ['![a](b.png)', ['parts/b.png']],
  ['![a](./b.png "c")', ['parts/b.png']],
  ['![a](<b c.png>) ![a](b%20d.png)', ['parts/b c.png', 'parts/b d.png']],
  ['[a]: ../b.SVG', ['b.SVG']],
  ['<img src="b c.webp" srcset="d.png 2x, e.png?v=1">', ['parts/b c.webp', 'parts/d.png', 'parts/e.png']],
  ["<video src='b.mp4'>", ['parts/b.mp4']],
  ['::figure{src=b.jpg}', ['parts/b.jpg']],
  ['{{< figure src="b.jpg" >}}', ['parts/b.jpg']],
  ['![a](/b.png) ![a](https://example.org/b.png) ![a](//example.org/c.png) ![a](../../b.png)', []],
  ['![a](b.pngx) b.png.md c.txt', []],
  ['a.b', []]
])('%j shows %j', (text, paths) => {
  const found = findShown({path: sourcePath('parts/a.md'), text})
  expect(found).toEqual(paths.length === 0 ? [] : expect.arrayContaining(paths))
})
