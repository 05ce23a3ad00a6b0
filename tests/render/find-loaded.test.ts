import {expect, test} from 'vitest'
import {findLoaded, type LoadedByPage} from '#src/render/find-loaded.ts'

const nothing: LoadedByPage = {scripts: [], styles: [], elsewhere: {}, drawsStyles: false, handlers: []}

test.each<[string, string, Partial<LoadedByPage>]>([
  ['a script', '<script>let a = "<b>"</script>', {scripts: ['let a = "<b>"']}],
  ['a module', '<SCRIPT type="module">a</SCRIPT >', {scripts: ['a']}],
  ['an empty script', '<script></script>', {scripts: ['']}],
  ['data', '<script type="application/ld+json">{}</script>', {}],
  ['a script of the site', '<script src="/a.js"></script>', {}],
  ['ends of lines', '<style>a\r\nb\rc</style>', {styles: ['a\nb\nc']}],
  ['a sign in an attribute', '<script data-a="a>b">c</script>', {scripts: ['c']}],
  ['what is no script', '<!-- <script>a</script> --><textarea><script>b</script></textarea>', {}],
  ['what is written twice', '<script>a</script><script>a</script>', {scripts: ['a']}],
  [
    'files of other sites',
    `<script src=//x.example/a.js></script><link rel="stylesheet" href="https://css.example/a.css">
     <img src="https://i.example:8443/a.png?a=1&amp;b=2"><img srcset="https://s.example/1 1x, https://t.example/2 2x">
     <iframe src='https://f.example/'></iframe><video poster="data:image/gif;base64,R0"><source src="http://m.example/a.mp4"></video>
     <a data-player="https://p.example/1" href="https://elsewhere.example/">x</a><link rel="canonical" href="https://c.example/">`,
    {
      elsewhere: {
        'frame-src': ['https://f.example', 'https://p.example'],
        'img-src': ['data:', 'https://i.example:8443', 'https://s.example', 'https://t.example'],
        'media-src': ['http://m.example'],
        'script-src': ['https://x.example'],
        'style-src': ['https://css.example']
      }
    }
  ],
  ['files of this site', '<img src="/a.png"><img src="b.png"><img src="http://%zz/">', {}],
  ['diagrams', '<script type="module" src="/d.js" data-mermaid="/m.mjs"></script>', {drawsStyles: true}],
  [
    'code in attributes',
    '<a onclick="a()" ONFOCUS=b href="#">x</a> onclick="c"',
    {handlers: ['onclick', 'onfocus']}
  ]
])('%s', (_, html, expected) => {
  expect(findLoaded(html)).toEqual({...nothing, ...expected})
})
