import {readdirSync, readFileSync} from 'node:fs'
import {join, posix} from 'node:path'
import {gzipSync} from 'node:zlib'
import {type DefaultTreeAdapterTypes, parse, serialize} from 'parse5'
import {expect, test} from 'vitest'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** The project's own site, as it was built. */
const site = join(import.meta.dirname, '../../dist')

/** What a page and its style sheets may weigh beside its text, as they are sent, in bytes. */
const pageMax = 25_000

/** What its scripts may weigh. */
const scriptsMax = 5_000

const pages = readdirSync(site, {recursive: true, encoding: 'utf8'})
  .filter((path) => path.endsWith('.html'))
  .map((path) => `/${path.replaceAll('\\', '/')}`)

test('pages of all kinds are weighed', () => {
  const one = {
    home: '/',
    list: '/articles/',
    article: '/articles/nothing-needs-a-script/',
    docs: '/guide/code/'
  }
  expect(pages).toEqual(expect.arrayContaining(Object.values(one).map((path) => `${path}index.html`)))
  const {sheets, scripts, frame} = weigh('/guide/code/index.html')
  expect(sheets).toEqual([expect.stringMatching(/^\/built\/theme-[a-z0-9]{10}\.css$/)])
  expect(scripts).toEqual(
    expect.arrayContaining(
      ['appearance', 'code', 'search'].map((name) =>
        expect.stringMatching(`^/built/${name}-[a-z0-9]{10}\\.js$`)
      )
    )
  )
  expect(frame).not.toContain('js title="')
  expect(frame).toContain('class="contents"')
})

test.each(pages)('%s is light', (path) => {
  const {frame, sheets, scripts} = weigh(path)
  const weightOfSheets = sum(sheets.map((sheet) => sentSize(readFileSync(join(site, sheet)))))
  expect(sentSize(frame) + weightOfSheets).toBeLessThanOrEqual(pageMax)
  expect(sum(scripts.map((script) => sentSize(readFileSync(join(site, script)))))).toBeLessThanOrEqual(
    scriptsMax
  )
})

/** What a browser loads for a page before its reader does anything. */
interface Weight {
  /** The HTML without the text. */
  readonly frame: string
  readonly sheets: ReadonlyArray<string>
  readonly scripts: ReadonlyArray<string>
}

function weigh(path: string): Weight {
  const document = parse(readFileSync(join(site, path), 'utf8'))
  const elements = [...elementsBelow(document)]
  const [sheets, scripts] = [
    elements.filter((element) => attributeOf(element, 'rel') === 'stylesheet').map(addressIn('href')),
    elements.filter(({tagName}) => tagName === 'script').map(addressIn('src'))
  ]
  for (const element of elements) if (attributeOf(element, 'class') === 'text') element.childNodes = []
  return {frame: serialize(document), sheets: sheets.flat(), scripts: scripts.flat()}

  function addressIn(name: string): (element: Element) => ReadonlyArray<string> {
    return (element) => {
      const address = attributeOf(element, name)
      return address === undefined ? [] : [posix.resolve(posix.dirname(path), address)]
    }
  }
}

function attributeOf({attrs}: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value
}

function* elementsBelow(node: Node): Generator<Element> {
  if (!('childNodes' in node)) return
  for (const child of node.childNodes) {
    if ('tagName' in child) yield child
    yield* elementsBelow(child)
  }
}

function sentSize(content: string | Uint8Array): number {
  return gzipSync(content).length
}

function sum(numbers: ReadonlyArray<number>): number {
  return numbers.reduce((total, number) => total + number, 0)
}
