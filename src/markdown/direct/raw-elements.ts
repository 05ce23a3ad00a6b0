import type {Element, Properties} from 'hast'
import type {Html} from 'mdast'
import {find, html as schema} from 'property-information'
import type {Position} from 'unist'
import {isDangerousUrl} from '../dangerous-url.ts'
import {pointBehind} from '../place-of.ts'
import {urlAttributes} from '../url-attributes.ts'
import {isVoid} from './balanced-html.ts'
import type {HtmlToken, StartTag} from './html-tokens.ts'

const attribute = /([a-z][a-z\d:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g

const wholeNumber = /^(?:0|[1-9]\d{0,8})$/

/** Words with one space between them. */
const plainList = /^[^\s,]+(?: [^\s,]+)*$/

/** Attributes by which the HTML of features is known. */
const ofFeatures = /^data-footnote/

/**
 * The properties that an HTML parser gives to an element; `undefined` for attributes that it might read in another way, or that
 * are not written as they are.
 */
function propertiesOf(attributes: string): Properties | undefined {
  // What a character reference stands for takes a parser.
  if (attributes.includes('&')) return undefined
  const properties: Properties = {}
  for (const [, name = '', double, single] of attributes.matchAll(attribute)) {
    const {property} = find(schema, name)
    const value = readValue(name, double ?? single ?? '')
    // Also names that all objects have.
    if (value === undefined || property in properties || ofFeatures.test(name)) return undefined
    properties[property] = value
  }
  return properties
}

function readValue(name: string, written: string): string | number | true | undefined {
  if (name.includes(':')) return undefined
  const info = find(schema, name)
  if (info.overloadedBoolean || info.booleanish || info.commaSeparated || info.commaOrSpaceSeparated) {
    return undefined
  }
  if (info.boolean) return written === '' ? true : undefined
  if (info.number) return wholeNumber.test(written) ? Number(written) : undefined
  // Many of them can be written as one text, because they are joined by a space again.
  return !info.spaceSeparated || plainList.test(written) ? written : undefined
}

/**
 * The element of a start tag, without children.
 *
 * @param html
 *   Where the tag stands.
 * @param tokens
 *   Of that HTML.
 * @returns
 *   `undefined` when the element is another than the tag says, such as one whose address could run a script, or when it has an
 *   address and ends in other HTML.
 */
export function elementOf(tag: StartTag, html: Html, tokens: ReadonlyArray<HtmlToken>): Element | undefined {
  const properties = propertiesOf(tag.attributes)
  if (properties === undefined) return undefined
  const element: Element = {type: 'element', tagName: tag.name, properties, children: []}
  const addresses = urlAttributes(element)
  if (addresses.length === 0) return element
  const isHarmful = addresses.some(
    ({kind, name, value}) => kind === 'list' || isDangerousUrl(value, {tagName: tag.name, attribute: name})
  )
  const end = isVoid(tag.name) ? tag.end : endOfElement(tag, tokens)
  if (isHarmful || end === undefined) return undefined
  const position = positionIn(html, tag.start, end)
  return position === undefined ? element : {...element, position}
}

/** Offset behind the end tag that belongs to a start tag. */
function endOfElement(tag: StartTag, tokens: ReadonlyArray<HtmlToken>): number | undefined {
  let level = 0
  for (const token of tokens.slice(tokens.indexOf(tag))) {
    if (token.kind === 'start' && !isVoid(token.name)) level++
    if (token.kind === 'end') level--
    if (level === 0) return token.end
  }
  return undefined
}

function positionIn({position, value}: Html, start: number, end: number): Position | undefined {
  return (
    position && {
      start: pointBehind(position.start, value.slice(0, start)),
      end: pointBehind(position.start, value.slice(0, end))
    }
  )
}
