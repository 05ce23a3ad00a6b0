import type {Element, Nodes as HastNodes, Root as HastRoot} from 'hast'
import type {Nodes as MdastNodes} from 'mdast'

/** All nodes of an mdast tree in document order, its own root first. */
export function listMdast(tree: MdastNodes): ReadonlyArray<MdastNodes> {
  const nodes: Array<MdastNodes> = []
  const pending: Array<MdastNodes> = [tree]
  // A stack of its own, because unist-util-visit costs as much as the parser, and recursion has a limit.
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    nodes.push(node)
    if ('children' in node) pushReversed(pending, node.children)
  }
  return nodes
}

/** All elements of a hast tree in document order, those in templates too. */
export function listElements(tree: HastRoot): ReadonlyArray<Element> {
  const elements: Array<Element> = []
  const pending: Array<HastNodes> = [tree]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'element') elements.push(node)
    if ('children' in node) pushReversed(pending, node.children)
    if ('content' in node && node.content !== undefined) pending.push(node.content)
  }
  return elements
}

function pushReversed<Item>(stack: Array<Item>, items: ReadonlyArray<Item>): void {
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index]
    if (item !== undefined) stack.push(item)
  }
}
