import type {Element} from 'hast'
import type {Html} from 'mdast'
import {isExternal} from '../collect-facts.ts'
import {isUnmeasured, referenceAttributes, slotAt} from '../open-slots.ts'
import {placeOf} from '../place-of.ts'
import {isBlockName} from '../plain-text.ts'
import {type Draft, endBlock, endLine, writePiece, writeText} from './draft.ts'
import {type HtmlToken, readTokens} from './html-tokens.ts'
import {elementOf} from './raw-elements.ts'
import {attributesOf} from './write-attributes.ts'

/** In a comment, what is not written as it is. */
const oddInComment = /<!-/

/** Whether raw HTML can be written as it is read, by its tokens; what it opens and closes is another question. */
export function isWritable(html: Html): boolean {
  const tokens = readTokens(html.value)
  return tokens?.every((token) => isPlain(token, html, tokens)) === true
}

function isPlain(token: HtmlToken, html: Html, tokens: ReadonlyArray<HtmlToken>): boolean {
  switch (token.kind) {
    case 'text':
      // What a character reference stands for takes a parser.
      return !token.written.includes('&')
    case 'comment':
      return !oddInComment.test(token.written.slice('<!--'.length))
    case 'start':
      return elementOf(token, html, tokens) !== undefined
    case 'end':
      return true
  }
}

/** Write raw HTML that is writable. */
export function writeRawHtml(html: Html, draft: Draft): void {
  const tokens = readTokens(html.value) ?? []
  for (const token of tokens) writeToken(token, html, tokens, draft)
}

function writeToken(token: HtmlToken, html: Html, tokens: ReadonlyArray<HtmlToken>, draft: Draft): void {
  switch (token.kind) {
    case 'text':
      writeText(draft, token.written)
      break
    case 'comment':
      draft.html += token.written
      break
    case 'end':
      writeEndTag(token.name, draft)
      break
    case 'start': {
      const element = elementOf(token, html, tokens)
      if (element === undefined) throw new Error(`Expected \`<${token.name}>\` to be writable`)
      writeStartTag(element, draft)
    }
  }
}

function writeEndTag(name: string, draft: Draft): void {
  if (isBlockName(name)) endBlock(draft, name)
  else draft.html += `</${name}>`
}

function writeStartTag(element: Element, draft: Draft): void {
  const {tagName, properties} = element
  if (isBlockName(tagName) || tagName === 'br') endLine(draft)
  addExternalLink(element, draft)
  draft.html += `<${tagName}`
  const addresses = referenceAttributes(element)
  let unmeasured: string | undefined
  for (const [property, value] of Object.entries(properties)) {
    const address = addresses.find((each) => each.property === property)
    const slot = address && slotAt(element, address, address.value)
    if (address === undefined || slot === undefined) {
      draft.html += attributesOf({[property]: value})
      continue
    }
    draft.html += ` ${address.name}="`
    writePiece(draft, slot)
    draft.html += '"'
    if (isUnmeasured(element, address.name)) unmeasured = slot.reference
  }
  if (unmeasured !== undefined) writePiece(draft, {sizeOf: unmeasured})
  draft.html += '>'
}

/** Note a link to another site, and give it the attributes that the site wants there, behind its own. */
function addExternalLink(element: Element, draft: Draft): void {
  const {tagName, properties} = element
  const {href} = properties
  if (tagName !== 'a' || typeof href !== 'string' || !isExternal(href)) return
  const place = placeOf(element)
  draft.externalLinks.push({href: href.trim(), ...(place === undefined ? {} : {place})})
  for (const [name, value] of Object.entries(draft.features.externalLinks)) properties[name] ??= value
}
