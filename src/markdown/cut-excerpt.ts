import type {Element, ElementContent, Root, RootContent} from 'hast'
import {isFootnoteReference, isFootnoteSection} from './footnote-elements.ts'
import {endOf, startOf} from './place-of.ts'
import {lineText} from './plain-text.ts'

/**
 * A copy of the excerpt of a tree, without ids and footnotes: what starts before `end`, or the first paragraph with
 * text where there is no `end`.
 */
export function cutExcerpt(tree: Root, end: number | undefined): Root {
  const children = end === undefined ? firstParagraph(tree) : before(tree.children, end)
  return {type: 'root', children: trimEnd(children.flatMap(copy))}
}

/** Only among the blocks of the body itself: a paragraph in a quote or a note is seldom what an article is about. */
function firstParagraph(tree: Root): ReadonlyArray<RootContent> {
  const paragraph = tree.children.find(
    (node) => node.type === 'element' && node.tagName === 'p' && lineText(node) !== ''
  )
  return paragraph === undefined ? [] : [paragraph]
}

/** Nodes up to the offset; of an element around it the part before it; generated nodes stay with what they follow. */
function before<Item extends RootContent>(nodes: ReadonlyArray<Item>, end: number): ReadonlyArray<Item> {
  const kept: Array<Item> = []
  for (const node of nodes) {
    const start = startOf(node)
    if (start !== undefined && start >= end) break
    const isCut = node.type === 'element' && reaches(node, end)
    kept.push(isCut ? {...node, children: before(node.children, end)} : node)
    if (isCut) break
  }
  return kept
}

/** Whether part of an element stands behind the offset; a generated element is judged by its content. */
function reaches(element: Element, end: number): boolean {
  const own = endOf(element)
  if (own !== undefined) return own > end
  return element.children.some((child) => {
    const start = startOf(child)
    const isBehind = start !== undefined && start >= end
    return isBehind || (child.type === 'element' && reaches(child, end))
  })
}

function copy(node: RootContent): ReadonlyArray<ElementContent> {
  if (node.type === 'text' || node.type === 'comment' || node.type === 'raw') return [{...node}]
  if (node.type !== 'element') return []
  if (isFootnoteReference(node) || isFootnoteSection(node)) return []
  const {id: _, ariaDescribedBy: __, ...properties} = node.properties
  return [{...node, properties, children: node.children.flatMap(copy)}]
}

/** Without the line ends that stood between the last block and the mark. */
function trimEnd(nodes: ReadonlyArray<ElementContent>): Array<ElementContent> {
  const last = nodes.findLastIndex((node) => node.type !== 'text' || node.value.trim() !== '')
  return nodes.slice(0, last + 1)
}
