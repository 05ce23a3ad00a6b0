import type {Nodes, Root, RootContent} from 'mdast'
import type {VFile} from 'vfile'
import type {Notes} from '../notes.ts'

/** What a change may know beside the node. */
export interface ChangeContext {
  readonly notes: Notes
  /** The text that positions count in. */
  readonly text: string
}

/**
 * What becomes of a node whose children are done: the nodes that take its place, or `undefined` where it stays (it may have been
 * changed itself). It is given once, and what it is replaced by is not.
 */
export type Change<Node> = (node: Node, context: ChangeContext) => ReadonlyArray<RootContent> | undefined

/** Something that authors can write, as changes to mdast that both parsers and both routes to HTML share. */
export interface Feature {
  readonly changes: {readonly [Type in Nodes['type']]?: Change<Extract<Nodes, {type: Type}>>}
  /** Loads what the changes need for a tree, or reads what they must know beforehand; `undefined` when there is nothing to wait for. */
  readonly prepare?: (tree: Root, file: VFile) => Promise<void> | undefined
}
