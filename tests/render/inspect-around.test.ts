import {expect, test} from 'vitest'
import {inspectAround} from '#src/render/inspect-around.ts'
import {type HtmlFault, hole, inspectHtml} from '#src/render/inspect-html.ts'

test.each<{own: string; inside: string; faults: ReadonlyArray<HtmlFault>}>([
  {own: `<p>${hole}</p>`, inside: '<b>One</b> <div>Two</div>', faults: [{kind: 'block', name: 'div'}]},
  {own: `<p>${hole}</p>`, inside: '<b>One</b>', faults: []},
  {own: `<p>One</p>${hole}`, inside: '<div>Two</div>', faults: []},
  {
    own: `<button><b>${hole}</b></button>`,
    inside: 'One <a href="/">Two</a>',
    faults: [{kind: 'nested', inner: 'a', outer: 'button'}]
  },
  {own: `<a href="/">One</a>${hole}`, inside: '<a href="/">Two</a>', faults: []},
  {own: `<i id="one"></i>${hole}`, inside: '<h2 id="one">', faults: [{kind: 'duplicate-id', id: 'one'}]},
  {own: `<i id="one"></i>${hole}`, inside: '<b class="one">id="one"</b>', faults: []},
  {own: hole + hole, inside: '<i id="one">', faults: [{kind: 'duplicate-id', id: 'one'}]},
  {own: `${hole}<a href="/">One`, inside: '<b>Two</b>', faults: [{kind: 'unclosed', name: 'a'}]},
  {own: `<img src="a.png">${hole}`, inside: '', faults: [{kind: 'image', address: 'a.png'}]},
  {own: hole, inside: '<p><div><img><a><a><i id="a"></i><i id="a"></i>', faults: []}
])('$own around $inside', ({own, inside, faults}) => {
  expect(inspectAround(own, inside).faults).toEqual(faults)
})

test('what is found around is what is found in the whole and not inside', () => {
  const [own, inside] = [`<p id="a"><a href="/">${hole}</a>`, '<button id="a">One</button><div id="b"></div>']
  const known = new Set(inspectHtml(inside).faults.map((fault) => JSON.stringify(fault)))
  const whole = inspectHtml(own.replace(hole, inside)).faults.filter(
    (fault) => !known.has(JSON.stringify(fault))
  )
  const sorted = (faults: ReadonlyArray<HtmlFault>): ReadonlyArray<string> =>
    faults.map((fault) => JSON.stringify(fault)).sort()
  expect(sorted(inspectAround(own, inside).faults)).toEqual(sorted(whole))
  expect([...inspectAround(own, inside).ids]).toEqual(['a'])
})
