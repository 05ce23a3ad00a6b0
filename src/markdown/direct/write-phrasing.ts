import type {Image, ImageReference, Link, LinkReference, Node, PhrasingContent, Resource, Text} from 'mdast'
import {isExternal} from '../collect-facts.ts'
import type {ComponentNode, ElementNode} from '../features/nodes.ts'
import {isSiteReference} from '../open-slots.ts'
import {placeOf} from '../place-of.ts'
import {type Draft, endLine, writePiece, writeText} from './draft.ts'
import {encodeUrl} from './encode-url.ts'
import {escapeAttribute} from './escape-html.ts'
import {addMark} from './footnotes.ts'
import {attributesOf} from './write-attributes.ts'
import {writeComponent, writeElementNode, writeHtmlTree} from './write-features.ts'
import {writeRawHtml} from './write-html.ts'

/** Write what stands inside of a paragraph, heading or cell. Throws for a node that no parser puts there. */
export function writePhrasing(nodes: ReadonlyArray<PhrasingContent>, draft: Draft): void {
  writeNodes(nodes, undefined, draft)
}

/** The text of a node as written to HTML: without blanks around line ends, nor at the start after a hard break. */
export function textAfter(previous: Node | undefined, {value}: Text): string {
  const text = hasBlankAtLineEnd.test(value) ? trimLines(value) : value
  return previous?.type === 'break' ? text.replace(/^[ \t]+/, '') : text
}

const hasBlankAtLineEnd = /[ \t]\n|\n[ \t]/

/** A parser leaves such blanks only where character references stand for them. */
function trimLines(text: string): string {
  const lines = text.split('\n')
  return lines
    .map((line, index) => {
      const start = index === 0 ? line : line.replace(/^[ \t]+/, '')
      return index === lines.length - 1 ? start : trimBlanksEnd(start)
    })
    .join('\n')
}

/** Not by a pattern, which would take quadratic time for blanks inside of the line. */
function trimBlanksEnd(line: string): string {
  let end = line.length
  while (line[end - 1] === ' ' || line[end - 1] === '\t') end--
  return line.slice(0, end)
}

/** Write nodes; `before` is what stands before the first one, or before the element that has it first. */
function writeNodes(nodes: ReadonlyArray<PhrasingContent>, before: Node | undefined, draft: Draft): void {
  let previous = before
  for (const node of nodes) {
    writeNode(node, previous, draft)
    previous = node
  }
}

function writeNode(node: PhrasingContent, previous: Node | undefined, draft: Draft): void {
  switch (node.type) {
    case 'text':
      writeText(draft, textAfter(previous, node))
      break
    case 'emphasis':
      writeElement('em', node.children, previous, draft)
      break
    case 'strong':
      writeElement('strong', node.children, previous, draft)
      break
    case 'delete':
      writeElement('del', node.children, previous, draft)
      break
    case 'inlineCode': {
      const text: Text = {type: 'text', value: node.value.replaceAll('\n', ' ')}
      writeElement('code', [text], previous, draft)
      break
    }
    case 'break':
      draft.html += '<br>'
      endLine(draft)
      writeText(draft, '\n')
      break
    case 'link':
      writeLink(node, node, previous, draft)
      break
    case 'linkReference':
      writeLink(node, definitionOf(node, draft), previous, draft)
      break
    case 'footnoteReference': {
      const mark = addMark(draft.footnotes, node.identifier)
      writePiece(draft, {write: () => mark})
      break
    }
    case 'element':
      writeElementNode(node, () => writeInside(phrasingOf(node), previous, draft), draft)
      break
    case 'component':
      writeComponent(node, () => writeInside(phrasingOf(node), previous, draft), draft)
      break
    case 'htmlTree':
      writeHtmlTree(node, draft)
      break
    case 'html':
      writeRawHtml(node, draft)
      break
    case 'image':
      writeImage(node, node, draft)
      break
    case 'imageReference':
      writeImage(node, definitionOf(node, draft), draft)
      break
    default:
      throw new Error(`Expected phrasing, found \`${node.type}\``)
  }
}

/** What a feature puts inside of a paragraph has phrasing inside. */
function phrasingOf({children}: ElementNode | ComponentNode): ReadonlyArray<PhrasingContent> {
  return children as ReadonlyArray<PhrasingContent>
}

/** A break trims the text after it, also where that is the first in an element, but no deeper. */
function writeElement(
  name: string,
  children: ReadonlyArray<PhrasingContent>,
  previous: Node | undefined,
  draft: Draft
): void {
  draft.html += `<${name}>`
  writeInside(children, previous, draft)
  draft.html += `</${name}>`
}

function writeLink(
  node: Link | LinkReference,
  {url, title}: Resource,
  previous: Node | undefined,
  draft: Draft
): void {
  const {children} = node
  const href = encodeUrl(url)
  const place = placeOf(node)
  draft.html += '<a href="'
  if (isSiteReference(href) || href.startsWith('#')) {
    writePiece(draft, {reference: href, role: 'link', ...(place === undefined ? {} : {place})})
  } else {
    draft.html += escapeAttribute(href)
    if (isExternal(href)) draft.externalLinks.push({href, ...(place === undefined ? {} : {place})})
  }
  const marks = isExternal(href) ? attributesOf({...draft.features.externalLinks}) : ''
  draft.html += `"${titleAttribute(title)}${marks}>`
  writeInside(children, previous, draft)
  draft.html += '</a>'
}

function writeImage(node: Image | ImageReference, {url, title}: Resource, draft: Draft): void {
  const source = encodeUrl(url)
  const place = placeOf(node)
  draft.html += '<img src="'
  const isSlot = isSiteReference(source)
  if (isSlot) {
    writePiece(draft, {reference: source, role: 'asset', ...(place === undefined ? {} : {place})})
  } else draft.html += escapeAttribute(source)
  const {alt, data} = node
  const altAttribute = alt === null || alt === undefined ? '' : ` alt="${escapeAttribute(alt)}"`
  draft.html += `"${altAttribute}${titleAttribute(title)}${attributesOf(data?.hProperties ?? {})}`
  if (isSlot) writePiece(draft, {sizeOf: source})
  draft.html += '>'
}

/** Write what stands inside of an element that has `previous` before it. */
function writeInside(
  children: ReadonlyArray<PhrasingContent>,
  previous: Node | undefined,
  draft: Draft
): void {
  writeNodes(children, children[0]?.type === 'text' ? previous : undefined, draft)
}

function titleAttribute(title: string | null | undefined): string {
  return title === null || title === undefined ? '' : ` title="${escapeAttribute(title)}"`
}

function definitionOf({identifier}: LinkReference | ImageReference, {definitions}: Draft): Resource {
  const definition = definitions.get(identifier.toUpperCase())
  if (definition === undefined) throw new Error(`Expected a definition of \`${identifier}\``)
  return definition
}
