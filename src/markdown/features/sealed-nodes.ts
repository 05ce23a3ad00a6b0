import type {Element, ElementContent, Root} from 'hast'
import type {Options} from 'remark-rehype'
import type {VFile} from 'vfile'
import {componentTag, markSealed, sealedTag} from '../markers.ts'
import {type Notes, notesOf, type SealedNode} from '../notes.ts'
import type {ElementNode, HtmlTreeNode} from './nodes.ts'
import {featureHandlers, type State, toElement} from './to-hast.ts'

/** What remark-rehype's handlers are given when the tree is of a file. */
interface FileState extends State {
  readonly options: {readonly file?: VFile | null | undefined}
}

/**
 * `featureHandlers` for a tree that is sanitized: what features make is to be trusted, and what the author wrote in it is not. So
 * elements stand aside, under names that no author can write, until `unseal` puts them back.
 */
export const sealingHandlers: NonNullable<Options['handlers']> = {
  ...featureHandlers,
  element: (state: FileState, node: ElementNode) => {
    const element = toElement(state, node)
    return {...element, tagName: seal(state, {node: element, isFinished: false}), properties: {}}
  },
  htmlTree: (state: FileState, {toHast}: HtmlTreeNode) =>
    toHast().map((node) => ({
      type: 'element',
      tagName: seal(state, {node, isFinished: true}),
      properties: {},
      children: []
    }))
}

function seal({options: {file}}: FileState, sealed: SealedNode): string {
  if (file === undefined || file === null) throw new Error('Expected a file')
  return markSealed(notesOf(file), String(file.value), sealed)
}

/** Names of all elements that stand for something, which the sanitizer is to let through. */
export function standInNames(notes: Notes): ReadonlyArray<string> {
  return [
    ...notes.components.map(({spot}, index) => componentTag(notes, spot, index)),
    ...notes.sealed.map((_, index) => sealedTag(notes, index))
  ]
}

/** Put back what stood aside while the tree was sanitized, around what is left of its children. */
export function unseal(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const notes = notesOf(file)
    const byTag = new Map(notes.sealed.map((sealed, index) => [sealedTag(notes, index), sealed]))
    if (byTag.size > 0) unsealChildren(tree, byTag)
  }
}

function unsealChildren(parent: Root | Element, byTag: ReadonlyMap<string, SealedNode>): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== 'element') continue
    const sealed = byTag.get(child.tagName)
    if (sealed !== undefined) parent.children[index] = opened(sealed, child)
    if (sealed?.isFinished !== true) unsealChildren(child, byTag)
  }
}

function opened({node, isFinished}: SealedNode, {children}: Element): ElementContent {
  // The list of children is the one that is unsealed next.
  return isFinished || node.type !== 'element' ? node : {...node, children}
}
