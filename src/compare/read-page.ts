import type {Element, Root} from 'hast'
import {toText} from 'hast-util-to-text'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'

/** What a page says to readers, to their next click, and to machines. Equal pages may still differ in markup. */
export interface PageContent {
  /** Text of the main part, of all where there is none; its blanks made single ones. */
  readonly text: string
  /** Where its links lead, in order, as they are written. */
  readonly links: ReadonlyArray<string>
  /** What its head tells, each as a line, sorted: `title: Hello`, `description: A greeting`, `data @graph.0.wordCount: 12`. */
  readonly metadata: ReadonlyArray<string>
}

const parser = unified().use(rehypeParse)

/** Read a page as a browser does. */
export function readPage(html: string): PageContent {
  const tree = parser.parse(html)
  const elements = [...elementsIn(tree)]
  const main = elements.find(({tagName}) => tagName === 'main')
  return {
    text: toText(main ?? tree)
      .replace(/\s+/g, ' ')
      .trim(),
    links: elements.flatMap(({tagName, properties: {href}}) =>
      (tagName === 'a' || tagName === 'area') && typeof href === 'string' ? [href] : []
    ),
    metadata: elements.flatMap(metadataOf).sort()
  }
}

function* elementsIn({children}: Root | Element): Generator<Element> {
  for (const child of children) {
    if (child.type !== 'element') continue
    yield child
    yield* elementsIn(child)
  }
}

/** Relations of a page to others; style sheets and icons are markup. */
const relations: ReadonlySet<string> = new Set([
  'canonical',
  'alternate',
  'next',
  'prev',
  'author',
  'license'
])

function metadataOf(element: Element): ReadonlyArray<string> {
  const {tagName, properties} = element
  if (tagName === 'title') return [`title: ${toText(element).trim()}`]
  if (tagName === 'html' && properties['lang'] !== undefined) return [`language: ${properties['lang']}`]
  if (tagName === 'meta') {
    const name = properties['name'] ?? properties['property'] ?? properties['httpEquiv']
    return name === undefined ? [] : [`${name}: ${properties['content'] ?? ''}`]
  }
  if (tagName === 'link') {
    const {rel, href, hrefLang} = properties
    const names = Array.isArray(rel) ? rel.map(String).filter((name) => relations.has(name)) : []
    const language = hrefLang === undefined ? '' : ` (${hrefLang})`
    return names.map((name) => `${name}${language}: ${href ?? ''}`)
  }
  if (tagName === 'script' && properties['type'] === 'application/ld+json') {
    return dataLines(toText(element, {whitespace: 'pre'}))
  }
  return []
}

/** Structured data, a line for each value, so that a change is told by its name; as it is written where it is no JSON. */
function dataLines(text: string): ReadonlyArray<string> {
  try {
    return leavesOf(JSON.parse(text), 'data')
  } catch {
    return [`data: ${text.replace(/\s+/g, ' ').trim()}`]
  }
}

function leavesOf(value: unknown, name: string): ReadonlyArray<string> {
  if (typeof value !== 'object' || value === null) return [`${name}: ${value}`]
  const separator = name === 'data' ? ' ' : '.'
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${name}${separator}${key}`))
}
