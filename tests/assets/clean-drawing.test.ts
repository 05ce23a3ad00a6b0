import {describe, expect, test} from 'vitest'
import {cleanFile} from '#src/assets/clean-file.ts'
import {cleanDrawing} from '#src/assets/drawings/clean-drawing.ts'

const start = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'

function check(inside: string, expected: string, removed: ReadonlyArray<string>): void {
  expect(cleanDrawing(`${start}${inside}</svg>`)).toEqual({text: `${start}${expected}</svg>`, removed})
}

describe('a drawing loses what could run', () => {
  test.each([
    ['a script', '<g/><script>alert(1)</script><path d="M0 0"/>', '<g/><path d="M0 0"/>', ['<script>']],
    ['a handler', "<g  onload='alert(1)' id='a'>\n<path/></g>", '<g id="a">\n<path/></g>', ['onload']],
    ['one of an empty element', '<path onclick="x()"/>', '<path/>', ['onclick']],
    [
      'HTML',
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
      '',
      ['<foreignObject>']
    ],
    ['HTML by itself', '<iframe xmlns="http://www.w3.org/1999/xhtml" src="a"/>', '', ['<iframe>']],
    [
      'HTML by a prefix',
      '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
      '',
      ['<h:script>']
    ],
    ['a script by a prefix', '<s:script xmlns:s="http://www.w3.org/2000/svg"/>', '', ['<s:script>']],
    [
      'a script as an address',
      '<a xlink:href="java&#10;script:alert(1)"/>',
      '<a/>',
      ['xlink:href="java\nscript:alert(1)"']
    ],
    [
      'an animation of an address',
      '<a><set attributeName="href" to="javascript:alert(1)"/></a>',
      '<a></a>',
      ['<set>']
    ],
    ['a style sheet in XSLT', '<?xml-stylesheet type="text/xsl" href="#x"?>', '', ['<?xml-stylesheet?>']]
  ])('%s', (_, inside, expected, removed) => check(inside, expected, removed))

  test('what is declared for elements', () => {
    const text = `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>\n${start}</svg>`
    expect(cleanDrawing(text)).toEqual({text: `\n${start}</svg>`, removed: ['<!DOCTYPE>']})
  })
})

describe('a drawing loses what would load from elsewhere', () => {
  test.each([
    [
      'a picture',
      '<image href="https://evil.test/a.png" width="1"/>',
      '<image width="1"/>',
      ['href="https://evil.test/a.png"']
    ],
    ['one without a scheme', '<image href="/\\evil.test/a.png"/>', '<image/>', ['href="/\\evil.test/a.png"']],
    ['a part of another drawing', '<use href="b.svg#a"/>', '<use/>', ['href="b.svg#a"']],
    [
      'a drawing as data',
      '<use href="data:image/svg+xml,x#a"/>',
      '<use/>',
      ['href="data:image/svg+xml,x#a"']
    ],
    ['paint', '<path fill="url(//evil.test/a#b)"/>', '<path fill="none"/>', ['fill']],
    ['a style', '<g style="fill:red;filter:u\\72l(//evil.test/a)"/>', '<g/>', ['style']],
    [
      'a sheet',
      '<style>@import "//evil.test/a"; a &gt; b { fill: url(x.png) }</style>',
      '<style> a &gt; b { fill: none }</style>',
      ['<style>']
    ],
    [
      'a sheet in parts',
      '<style><![CDATA[@imp]]><!-- -->ort "//evil.test/a"</style>',
      '<style><!-- --></style>',
      ['<style>']
    ],
    [
      'what a comment would hide',
      '<style>/*url("#*/ a{fill:url(//evil.test)}/*")*/</style>',
      '<style>/*none*/</style>',
      ['<style>']
    ]
  ])('%s', (_, inside, expected, removed) => check(inside, expected, removed))
})

describe('a drawing keeps', () => {
  test.each([
    ['its parts', '<defs><g id="a"/></defs><use href="#a"/><use xlink:href="#a" fill="url(#b)"/>'],
    ['links', '<a href="https://example.org/?a&amp;b"><text>x</text></a><a href="../other/"/>'],
    ['pictures', '<image href="photo.png"/><image xlink:href="data:image/png;base64,AAAA"/>'],
    ['its styles', '<style>@font-face{src:url("data:font/woff2;base64,AA==")} .a{fill:url(#b)}</style>'],
    ['notes of editors', '<n:x xmlns:n="http://www.inkscape.org/n" n:on="1"><n:y/></n:x><!-- on -->'],
    ['how it is written', "<g\n  id = 'ä 😀'\r\n/><path   d='M0&#48;'/>\n"]
  ])('%s', (_, inside) => check(inside, inside, []))

  test('what it has names for, without the names', () => {
    const text = `<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg"> <!ENTITY q 'a"b'>]><svg xmlns="&ns;" id="&q;"/>`
    const clean = '<svg xmlns="http://www.w3.org/2000/svg" id="a&quot;b"/>'
    expect(cleanDrawing(text)).toEqual({text: clean, removed: []})
  })
})

describe('a file', () => {
  const clean = (bytes: Uint8Array) => {
    const {bytes: made, ...rest} = cleanFile('a.svg', bytes, undefined)
    return {text: new TextDecoder('utf-8', {ignoreBOM: true}).decode(made), isSame: made === bytes, ...rest}
  }

  test('that is clean is given back as it is', () => {
    const text = `\uFEFF<?xml version="1.0" encoding="UTF-8"?>\r\n<!DOCTYPE svg PUBLIC "a" "b">\r\n${start}</svg>`
    expect(clean(Buffer.from(text))).toEqual({text, isSame: true, removed: []})
  })

  test.each([
    [
      'Latin 1',
      Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${start}<text>ä</text></svg>`, 'latin1')
    ],
    [
      'UTF-16',
      Buffer.from(`\uFEFF<?xml version="1.0" encoding="utf-16"?>${start}<text>ä</text></svg>`, 'utf16le')
    ],
    [
      'UTF-8 that says UTF-16',
      Buffer.from(`<?xml version="1.0" encoding="utf-16"?>${start}<text>ä</text></svg>`)
    ]
  ])('in %s is read as browsers do, and written in UTF-8', (_, bytes) => {
    expect(clean(bytes)).toMatchObject({
      text: `<?xml version="1.0"?>${start}<text>ä</text></svg>`,
      isSame: false,
      removed: []
    })
  })

  test.each([
    ['no XML', `${start}<script>alert(1)</script><g>`],
    ['in an encoding that it is not', `<?xml version="1.0" encoding="utf-7"?>${start}</svg>`],
    ['too deep', `${start}${'<g>'.repeat(100_000)}`]
  ])('that is %s becomes an empty drawing', (_, text) => {
    const made = clean(Buffer.from(text))
    expect(made.text).toBe('<svg xmlns="http://www.w3.org/2000/svg"/>\n')
    expect(made.problem).toMatch(/\w/)
  })

  test('that is made to take time takes none', () => {
    const hostile = [
      '<!DOCTYPE svg ['.repeat(20_000),
      `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(200)}">]>${start}${'&a;'.repeat(100_000)}</svg>`,
      `${start}<style>${'url( '.repeat(50_000)}${'@import '.repeat(50_000)}${'url(" '.repeat(50_000)}${'\\ '.repeat(9)}</style></svg>`
    ]
    for (const text of hostile) expect(clean(Buffer.from(text)).removed.length).toBeLessThan(2)
  })
})
