import {expect, test} from 'vitest'
import {findAddresses} from '#src/render/find-addresses.ts'
import {tagsOf} from '#src/render/html-tags.ts'

test.each([
  {html: '<p>One <b>two</b> <i class="a">three</i></p>', tags: ['p', '/p']},
  {html: '<b id="a">One</b><LI class="a" id="b">', tags: ['b', 'li']},
  {html: '<a title="1 > 0" href=\'/a/\'>One</a>', tags: ['a', '/a']},
  {html: '<p class="a<b">1 < 2 <3 <a title="<p></a>', tags: ['p', 'p', '/a']},
  {html: '<!-- <p> --><p><!-- never closed <p>', tags: ['p']},
  {html: '<script src="/a.js">"<p>"</script><p>', tags: ['script', '/script', 'p']},
  {html: '<script><p>', tags: ['script', 'p']},
  {html: '<galley-hole></galley-hole>', tags: ['galley-hole', '/galley-hole']}
])('tags of $html', ({html, tags}) => {
  const found = [...tagsOf(html)]
  expect(found.map(({name, isEnd}) => (isEnd ? `/${name}` : name))).toEqual(tags)
  for (const {start, end, attributes} of found) {
    expect(html[start]).toBe('<')
    expect(html.slice(start, end).endsWith(`${attributes}>`)).toBe(true)
  }
})

test('of plain elements without end the others are found', () => {
  const many = '<span class="a">b</span>\n'.repeat(100_000)
  const names = [...tagsOf(`${many}<p>${many}</p>`)].map(({name}) => name)
  expect(names.filter((name) => name !== 'span')).toEqual(['p', 'p'])
})

test('what is drawn is told from other elements', () => {
  const tags = [...tagsOf('<p><svg><title>One</title><a href="/a/"></a></svg><p>')]
  expect(tags.filter(({isDrawn}) => isDrawn).map(({name}) => name)).toEqual(['title', 'title', 'a', 'a'])
})

test.each([
  {
    html: '<a href="/a/?b&amp;c"><img src=\'/a.png\' srcset="/b.png 1x, /c.png 2x">',
    skipped: [],
    addresses: ['/a/?b&c', '/a.png', '/b.png', '/c.png']
  },
  {
    html: '<svg><use xlink:href="/a.svg"></use></svg><object data="/b.pdf"><p data="/no/">',
    skipped: [],
    addresses: ['/a.svg', '/b.pdf']
  },
  {
    html: '<base href="/no/"><!-- <a href="/no/"> --><script>"<a href=\'/no/\'>"</script>',
    skipped: [],
    addresses: []
  },
  {
    html: '<p class="a">href="/no/" and <code class="b"> src="/no.png"</code>',
    skipped: [],
    addresses: []
  },
  {
    html: '<a href="/a/"><p><a href="/b/"></p><p><a href="/b/"></p><a href="/c/">',
    skipped: ['<p><a href="/b/"></p>', '<a href="/b/">', 'not there ="'],
    addresses: ['/a/', '/c/']
  }
])('addresses in $html without $skipped', ({html, skipped, addresses}) => {
  expect([...findAddresses(html, tagsOf(html), skipped)]).toEqual(addresses)
})
