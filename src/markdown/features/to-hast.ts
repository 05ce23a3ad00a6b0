import type {Element, ElementContent} from 'hast'
import type {Nodes, Parents} from 'mdast'
import type {Options} from 'remark-rehype'
import type {ComponentNode, ElementNode, HtmlTreeNode} from './nodes.ts'

/** What remark-rehype's handlers are given, as far as these use it. */
export interface State {
  readonly all: (parent: Parents) => Array<ElementContent>
  readonly wrap: (nodes: Array<ElementContent>, isLoose: boolean) => Array<ElementContent>
  readonly patch: (from: Nodes, to: Element) => void
}

/** How remark-rehype makes hast of the nodes of features. */
export const featureHandlers: NonNullable<Options['handlers']> = {
  element: toElement,
  htmlTree: (_: State, {toHast}: HtmlTreeNode) => [...toHast()],
  component: (state: State, node: ComponentNode) => {
    const {tagName, hasBlocks} = node
    const children = hasBlocks ? state.wrap(state.all(node), true) : state.all(node)
    return patched(state, node, {type: 'element', tagName, properties: {}, children})
  }
}

/** The element that a feature put around Markdown. */
export function toElement(state: State, node: ElementNode): Element {
  const {name: tagName, properties, hasBlocks} = node
  const children = hasBlocks ? state.wrap(state.all(node), true) : state.all(node)
  return patched(state, node, {type: 'element', tagName, properties, children})
}

function patched(state: State, node: Nodes, element: Element): Element {
  state.patch(node, element)
  return element
}
