import type {Element, ElementContent} from 'hast'
import type {ComponentNode, ElementNode, HtmlTreeNode} from '../features/nodes.ts'
import {isBlockName, isSilentElement} from '../plain-text.ts'
import {type Draft, endBlock, endLine, endPreformatted, startBlock, writePiece, writeText} from './draft.ts'
import {attributesOf} from './write-attributes.ts'

/** Writes the children of a node. */
type WriteChildren = () => void

/** Write an element that a feature put around Markdown. */
export function writeElementNode(
  {name, properties}: ElementNode,
  writeChildren: WriteChildren,
  draft: Draft
): void {
  const isBlock = isBlockName(name)
  if (isBlock) startBlock(draft, name, attributesOf(properties))
  else draft.html += `<${name}${attributesOf(properties)}>`
  writeChildren()
  if (isBlock) endBlock(draft, name)
  else draft.html += `</${name}>`
}

/** Write a component: its children, between the pieces that name it. */
export function writeComponent({call}: ComponentNode, writeChildren: WriteChildren, draft: Draft): void {
  const isBlock = call.spot === 'block'
  if (isBlock) endLine(draft)
  writePiece(draft, call)
  writeChildren()
  if (isBlock) endLine(draft)
  writePiece(draft, {endOf: call})
}

/** Write finished HTML. */
export function writeHtmlTree(tree: HtmlTreeNode, draft: Draft): void {
  const written = tree.write?.()
  if (written === undefined) {
    for (const node of tree.toHast()) writeHtml(node, {isPreformatted: false, isSilent: false}, draft)
    return
  }
  endLine(draft)
  draft.html += written.html
  draft.line = written.text
  endPreformatted(draft)
}

interface Surroundings {
  readonly isPreformatted: boolean
  /** Whether its text is for no reader. */
  readonly isSilent: boolean
}

const voidNames: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr'])

function writeHtml(node: ElementContent, around: Surroundings, draft: Draft): void {
  if (node.type === 'text') {
    const {line} = draft
    writeText(draft, node.value)
    if (around.isSilent) draft.line = line
    return
  }
  if (node.type !== 'element') throw new Error(`Expected an element or text, found \`${node.type}\``)
  const {tagName, properties, children} = node
  const inner = innerOf(node, around)
  const isBlock = !inner.isSilent && (isBlockName(tagName) || tagName === 'br')
  if (isBlock) endText(draft, around)
  draft.html += `<${tagName}${attributesOf(properties)}>`
  if (voidNames.has(tagName)) return
  for (const child of children) writeHtml(child, inner, draft)
  if (isBlock) endText(draft, inner)
  draft.html += `</${tagName}>`
}

function innerOf(element: Element, {isPreformatted, isSilent}: Surroundings): Surroundings {
  return {
    isPreformatted: isPreformatted || element.tagName === 'pre',
    isSilent: isSilent || isSilentElement(element)
  }
}

function endText(draft: Draft, {isPreformatted}: Surroundings): void {
  if (isPreformatted) endPreformatted(draft)
  else endLine(draft)
}
