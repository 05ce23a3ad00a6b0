import type {ElementContent, Properties} from 'hast'
import type {Node, RootContent} from 'mdast'
import type {Point} from 'unist'
import type {ComponentCall} from '#src/model/fragment.ts'
import type {Shortcode} from '../shortcodes/find-shortcodes.ts'

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
  /** Made when asked for: most of it is written without. */
  readonly toHast: () => ReadonlyArray<ElementContent>
  /** Writes the same as text, where that can be done. */
  readonly write?: () => WrittenHtml | undefined
  /** What names it among others: the title of a block of code, or its language. */
  readonly label?: string
  /** What it is in the text of an attribute, where there are no elements. */
  readonly value?: string
}

/** A block of preformatted text as it is written. */
export interface WrittenHtml {
  readonly html: string
  /** As readers see it. */
  readonly text: string
}

/** A formula as written, before it is HTML. */
export interface FormulaNode extends Node {
  readonly type: 'formula'
  /** TeX, without what quotes and lists have before its lines. */
  readonly value: string
  readonly isDisplay: boolean
  /** Whether it stands between blocks. */
  readonly isBlock: boolean
  /** Where in the file each line of TeX starts; empty where that is not known. */
  readonly lineStarts: ReadonlyArray<Point>
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

/** A shortcode around Markdown, before it becomes a component. */
export interface ShortcodeNode extends Node {
  readonly type: 'shortcode'
  /** The tag that begins it. */
  readonly tag: Shortcode
  readonly written: NonNullable<ComponentCall['written']>
  readonly spot: ComponentCall['spot']
  /** Whether its children stand on lines of their own. */
  readonly hasBlocks: boolean
  children: Array<RootContent>
}

/** What features make of Markdown; both routes to HTML know these. */
interface FeatureNodes {
  readonly element: ElementNode
  readonly htmlTree: HtmlTreeNode
  readonly component: ComponentNode
  readonly formula: FormulaNode
  /** Until features are applied. */
  readonly shortcode: ShortcodeNode
}

declare module 'mdast' {
  interface RootContentMap extends FeatureNodes {}
  interface PhrasingContentMap extends FeatureNodes {}
  interface BlockContentMap extends FeatureNodes {}
}
