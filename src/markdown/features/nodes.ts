import type {ElementContent, Properties} from 'hast'
import type {Node, RootContent} from 'mdast'
import type {ComponentCall} from '#src/model/fragment.ts'

/** An element of HTML around Markdown. */
export interface ElementNode extends Node {
  readonly type: 'element'
  readonly name: string
  /** Named as in hast: `className`, `dataTitle`. */
  readonly properties: Properties
  /** Whether its children stand on lines of their own, as blocks do. */
  readonly hasBlocks: boolean
  children: Array<RootContent>
}

/** Finished HTML, as a tree: highlighted code, a formula. */
export interface HtmlTreeNode extends Node {
  readonly type: 'htmlTree'
  readonly content: ReadonlyArray<ElementContent>
  /** What names it among others: the title of a block of code, or its language. */
  readonly label?: string
}

/** A component around Markdown. */
export interface ComponentNode extends Node {
  readonly type: 'component'
  readonly call: ComponentCall
  /** Of the element that stands for it in hast. */
  readonly tagName: string
  /** Whether its children stand on lines of their own. */
  readonly hasBlocks: boolean
  children: Array<RootContent>
}

/** What features make of Markdown; both routes to HTML know these. */
interface FeatureNodes {
  readonly element: ElementNode
  readonly htmlTree: HtmlTreeNode
  readonly component: ComponentNode
}

declare module 'mdast' {
  interface RootContentMap extends FeatureNodes {}
  interface PhrasingContentMap extends FeatureNodes {}
  interface BlockContentMap extends FeatureNodes {}
}
