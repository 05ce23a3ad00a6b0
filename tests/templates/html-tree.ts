import {type DefaultTreeAdapterTypes, parse} from 'parse5'
import type {VNode} from 'preact'
import {renderToString} from 'preact-render-to-string'

type ParentNode = DefaultTreeAdapterTypes.ParentNode

/** What a browser makes of a template's output. */
export interface HtmlTree {
  /** As rendered. */
  readonly text: string
  readonly elements: ReadonlyArray<HtmlElement>
  /** Elements of that tag name, in document order. */
  readonly all: (tagName: string) => ReadonlyArray<HtmlElement>
  /** The only element of that tag name whose attributes are those given. */
  readonly only: (tagName: string, attributes?: Readonly<Record<string, string>>) => HtmlElement
}

export interface HtmlElement {
  readonly tagName: string
  readonly attributes: Readonly<Record<string, string>>
  /** Text inside, white space collapsed. */
  readonly text: string
}

/** Render a template and parse it as a browser would. */
export function renderTree(node: VNode): HtmlTree {
  const text = renderToString(node)
  const elements = [...elementsBelow(parse(`<!doctype html>${text}`))]
  return {
    text,
    elements,
    all: (tagName) => elements.filter((element) => element.tagName === tagName),
    only(tagName, attributes = {}) {
      const found = elements.filter(
        (element) =>
          element.tagName === tagName &&
          Object.entries(attributes).every(([name, value]) => element.attributes[name] === value)
      )
      const [element] = found
      if (element === undefined || found.length > 1) {
        throw new Error(`expected one <${tagName}> ${JSON.stringify(attributes)}, found ${found.length}`)
      }
      return element
    }
  }
}

function* elementsBelow(parent: ParentNode): Generator<HtmlElement> {
  for (const node of parent.childNodes) {
    if (!('tagName' in node)) continue
    yield {
      tagName: node.tagName,
      attributes: Object.fromEntries(node.attrs.map(({name, value}) => [name, value])),
      text: textOf(node).replace(/\s+/g, ' ').trim()
    }
    yield* elementsBelow(node)
  }
}

function textOf(parent: ParentNode): string {
  return parent.childNodes
    .map((node) => {
      if ('value' in node) return node.value
      return 'childNodes' in node ? textOf(node) : ''
    })
    .join('')
}

/** Addresses of the scripts that a page runs; one without is `inside`. Data, which no browser runs, is not among them. */
export function scriptsOf(tree: HtmlTree): ReadonlyArray<string> {
  return tree
    .all('script')
    .filter(({attributes}) => attributes['type'] !== 'application/ld+json')
    .map(({attributes}) => attributes['src'] ?? 'inside')
}
