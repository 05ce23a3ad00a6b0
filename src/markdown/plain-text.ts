import type {Element, Nodes, Root} from 'hast'
import {isBackReference, isFootnoteReference, isFootnoteSection} from './footnote-elements.ts'
import {isBlockComponent} from './markers.ts'

/** Elements that begin and end a line of their own. */
const blockNames: ReadonlySet<string> = new Set(
  `address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol option p pre search section summary table tbody td tfoot
  th thead tr ul`.split(/\s+/)
)

/** Elements whose text nobody reads. */
const silentNames: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'title',
  'head',
  'annotation'
])

/** Blanks that are not one space already, which most are. */
const blanks = /[\t\n\r\f][ \t\n\r\f]*| [ \t\n\r\f]+/g

/**
 * The text of a tree as a reader sees it, with code, without alternative texts, footnote marks and what is hidden by
 * `aria-hidden`. Blocks are separated by one line feed; blanks are collapsed except in preformatted text.
 */
export function plainText(tree: Root): string {
  const lines: Array<string> = []
  let line = ''
  add(tree, false)
  endLine(false)
  return lines.join('\n')

  function add(node: Nodes, isPreformatted: boolean): void {
    if (node.type === 'text') line += node.value
    if (node.type !== 'element' && node.type !== 'root') return
    if (node.type === 'root') {
      for (const child of node.children) add(child, isPreformatted)
      return
    }
    if (isSilentElement(node)) return
    const isInnerPreformatted = isPreformatted || node.tagName === 'pre' || node.tagName === 'textarea'
    const isBlock = isBlockName(node.tagName)
    if (isBlock || node.tagName === 'br') endLine(isPreformatted)
    for (const child of node.children) {
      // The label above the footnotes is Galley's, not the author's.
      const isLabel = isFootnoteSection(node) && child.type === 'element' && child.tagName === 'h2'
      if (!isLabel) add(child, isInnerPreformatted)
    }
    if (isBlock) endLine(isInnerPreformatted)
  }

  function endLine(isPreformatted: boolean): void {
    const text = isPreformatted ? trimPreformatted(line) : collapseBlanks(line).trim()
    if (text !== '') lines.push(text)
    line = ''
  }
}

/** Whether an element begins and ends a line of its own. */
export function isBlockName(tagName: string): boolean {
  return blockNames.has(tagName) || isBlockComponent(tagName)
}

/** `plainText` of an element's content in one line. */
export function lineText({children}: Element): string {
  return collapseBlanks(plainText({type: 'root', children})).trim()
}

/** `text` with one space for each run of blanks, as a browser shows it. */
export function collapseBlanks(text: string): string {
  return text.replace(blanks, ' ')
}

/** Preformatted text without empty lines at its start and blanks at its end. */
export function trimPreformatted(text: string): string {
  return text.replace(/^\n+/, '').trimEnd()
}

/** Whether nobody reads the text of an element. */
export function isSilentElement(element: Element): boolean {
  const {ariaHidden} = element.properties
  return (
    silentNames.has(element.tagName) ||
    ariaHidden === 'true' ||
    isFootnoteReference(element) ||
    isBackReference(element)
  )
}
