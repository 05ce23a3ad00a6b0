import type {ElementContent} from 'hast'
import type {Nodes, Root} from 'mdast'

/** Whether an HTML parser would take some of a tree for something else, as it does where there is raw HTML to read. */
export function isChangedByParser(tree: Root): boolean {
  // Text of raw HTML and what stands by itself between blocks become one line.
  return tree.children.some(isInline) || isChanged(tree, false)
}

function isChanged(node: Nodes, isInLink: boolean): boolean {
  if (isParsedOtherwise(node, isInLink)) return true
  if (!('children' in node)) return false
  return node.children.some((child) => isChanged(child, isInLink || isLink(node)))
}

/**
 * Whether an HTML parser would take a node for something else: a link inside of a link; code that starts with
 * an empty line; two texts at the end of a heading, in the last of which its `{#mark}` is looked for.
 */
function isParsedOtherwise(node: Nodes, isInLink: boolean): boolean {
  if (node.type === 'code') return node.value.startsWith('\n')
  if (node.type === 'htmlTree') return startsWithLineEnd(node.toHast())
  if (node.type === 'heading') {
    return node.children.length > 1 && node.children.slice(-2).every(({type}) => type === 'text')
  }
  return isInLink && (isLink(node) || node.type === 'footnoteReference')
}

/** Whether the text of one of its elements does. */
function startsWithLineEnd(content: ReadonlyArray<ElementContent>): boolean {
  const [first] = content
  if (first?.type === 'text' && first.value.startsWith('\n')) return true
  return content.some((node) => node.type === 'element' && startsWithLineEnd(node.children))
}

/** Whether a node makes no block, wherever it stands. */
function isInline(node: Nodes): boolean {
  if (node.type === 'component') return node.call.spot === 'inline'
  return isLink(node) || node.type === 'image' || node.type === 'imageReference'
}

function isLink({type}: Nodes): boolean {
  return type === 'link' || type === 'linkReference'
}
