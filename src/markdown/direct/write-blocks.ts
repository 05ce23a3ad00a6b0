import type {Code, Heading, Nodes, PhrasingContent, RootContent} from 'mdast'
import type {ComponentNode, ElementNode} from '../features/nodes.ts'
import {headingLinkClass} from '../link-headings.ts'
import {placeOf} from '../place-of.ts'
import {splitCustomId} from '../split-custom-id.ts'
import {
  type Draft,
  endBlock,
  endLine,
  endPreformatted,
  startBlock,
  writeLineEnd,
  writePiece,
  writeText
} from './draft.ts'
import {escapeAttribute} from './escape-html.ts'
import {isWritten} from './split-parts.ts'
import {writeComponent, writeElementNode, writeHtmlTree} from './write-features.ts'
import {writeRawHtml} from './write-html.ts'
import {writeList} from './write-list.ts'
import {textAfter, writePhrasing} from './write-phrasing.ts'
import {writeTable} from './write-table.ts'

/** Write a block. Throws for a node that no parser puts between blocks. */
export function writeBlock(node: RootContent, draft: Draft): void {
  switch (node.type) {
    case 'paragraph':
      startBlock(draft, 'p')
      writePhrasing(node.children, draft)
      endBlock(draft, 'p')
      break
    case 'heading':
      writeHeading(node, draft)
      break
    case 'list':
      writeList(node, draft)
      break
    case 'code':
      writeCode(node, draft)
      break
    case 'blockquote':
      startBlock(draft, 'blockquote')
      writeBlocks(node.children, draft)
      endBlock(draft, 'blockquote')
      break
    case 'thematicBreak':
      startBlock(draft, 'hr')
      break
    case 'table':
      writeTable(node, draft)
      break
    case 'element':
      writeElementNode(node, () => writeChildren(node, draft), draft)
      break
    case 'component':
      writeComponent(node, () => writeChildren(node, draft), draft)
      break
    case 'htmlTree':
      writeHtmlTree(node, draft)
      break
    case 'html':
      writeRawHtml(node, draft)
      break
    case 'link':
    case 'linkReference':
    case 'image':
    case 'imageReference':
      // A feature takes them out of their paragraph.
      writePhrasing([node], draft)
      break
    default:
      throw new Error(`Expected a block, found \`${node.type}\``)
  }
}

/** Write blocks on lines of their own, with a line end before and after. */
function writeBlocks(blocks: ReadonlyArray<RootContent>, draft: Draft): void {
  writeLineEnd(draft)
  for (const block of blocks.filter(isWritten)) {
    writeBlock(block, draft)
    writeLineEnd(draft)
  }
}

function writeChildren({hasBlocks, children}: ElementNode | ComponentNode, draft: Draft): void {
  // What a feature says to be no blocks is phrasing.
  if (hasBlocks) writeBlocks(children, draft)
  else writePhrasing(children as ReadonlyArray<PhrasingContent>, draft)
}

/** The id is left open, because it depends on the headings that follow. */
function writeHeading(node: Heading, draft: Draft): void {
  const {depth, children} = node
  const last = children.at(-1)
  const custom = last?.type === 'text' ? splitCustomId(textAfter(children.at(-2), last)) : undefined
  endLine(draft)
  draft.html += `<h${depth}`
  const index = draft.headings.length
  writePiece(draft, {part: 'id', heading: index})
  draft.html += '>'
  const isEmpty = children.length === 0 || (children.length === 1 && custom?.text === '')
  const isLinked = draft.features.headingLinks && depth > 1 && !isEmpty && isLinkable(node)
  if (isLinked) {
    draft.html += `<a class="${headingLinkClass}" href="`
    writePiece(draft, {part: 'link', heading: index})
    draft.html += '">'
  }
  const lineCount = draft.lines.length
  writePhrasing(custom === undefined ? children : children.slice(0, -1), draft)
  if (custom !== undefined) writeText(draft, custom.text)
  if (isLinked) draft.html += '</a>'
  endBlock(draft, `h${depth}`)
  const text = draft.lines.slice(lineCount).join(' ')
  draft.headings.push({depth, customId: custom?.id, text, place: placeOf(node)})
}

/** Whether all that is in it can be part of a link. */
function isLinkable({children}: Heading): boolean {
  const pending: Array<Nodes> = [...children]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (unlinkable.has(node.type === 'element' ? node.name : node.type)) return false
    if ('children' in node) pending.push(...node.children)
  }
  return true
}

const unlinkable: ReadonlySet<string> = new Set([
  'link',
  'linkReference',
  'footnoteReference',
  'component',
  'a',
  'button'
])

function writeCode({lang, value}: Code, draft: Draft): void {
  startBlock(draft, 'pre')
  // Of `js&#x20;b` the first word is the class.
  const [language] = lang ? lang.split(/\s+/) : []
  draft.html += language === undefined ? '<code>' : `<code class="language-${escapeAttribute(language)}">`
  if (value !== '') writeText(draft, `${value}\n`)
  draft.html += '</code>'
  endPreformatted(draft)
  draft.html += '</pre>'
}
