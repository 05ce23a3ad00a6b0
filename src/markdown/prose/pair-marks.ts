import type {PhrasingContent, Text} from 'mdast'
import {guard} from './guard-escapes.ts'

/** Marks that enclose something: what finds them in a text with guards, and the element that they make. */
export interface PairedMark {
  /** Finds what encloses, with the flags `gu`. */
  readonly pattern: RegExp
  readonly name: 'sup' | 'mark'
  /** Whether there may be blanks and elements inside. */
  readonly isLoose: boolean
}

export const superscriptMark: PairedMark = {
  pattern: new RegExp(`(?<!${guard})\\^`, 'gu'),
  name: 'sup',
  isLoose: false
}

export const highlightMark: PairedMark = {
  pattern: new RegExp(`(?<![=${guard}])==(?!=)`, 'gu'),
  name: 'mark',
  isLoose: true
}

/** The nodes, with elements for what stands between two marks; none of them is a blank inside at either end. */
export function pairMarks(nodes: ReadonlyArray<PhrasingContent>, mark: PairedMark): Array<PhrasingContent> {
  let paired: Array<PhrasingContent> = []
  let openIndex: number | undefined
  for (const node of nodes) {
    if (node.type !== 'text') {
      paired.push(node)
      if (!mark.isLoose) openIndex = undefined
      continue
    }
    let end = 0
    for (const {0: found, index} of node.value.matchAll(mark.pattern)) {
      const before = node.value.slice(end, index)
      const after = index + found.length
      const isInner = openIndex !== undefined && isContent(paired.slice(openIndex + 1), before, mark)
      if (before !== '') paired.push(textOf(before, node))
      end = after
      if (isInner && openIndex !== undefined) {
        const children = paired.slice(openIndex + 1)
        paired = [...paired.slice(0, openIndex), elementOf(mark, children, node)]
        openIndex = undefined
        continue
      }
      const isOpening =
        after === node.value.length ? mark.isLoose : !/[\s.,;:!?)]/.test(node.value[after] ?? '')
      openIndex = isOpening ? paired.length : openIndex
      paired.push(textOf(found, node))
    }
    if (end < node.value.length) paired.push(end === 0 ? node : textOf(node.value.slice(end), node))
  }
  return paired
}

function isContent(inner: ReadonlyArray<PhrasingContent>, last: string, {isLoose}: PairedMark): boolean {
  if (inner.length === 0 && last === '') return false
  if (isLoose) return !/\s$/.test(last)
  return inner.length === 0 && !/\s/.test(last)
}

/** With the position of the whole, so that what is before and after a paragraph's texts can be found. */
function textOf(value: string, {position}: Text): Text {
  return {type: 'text', value, ...(position === undefined ? {} : {position})}
}

function elementOf({name}: PairedMark, children: Array<PhrasingContent>, last: Text): PhrasingContent {
  const {position} = last
  const properties = {}
  return {
    type: 'element',
    name,
    properties,
    hasBlocks: false,
    children,
    ...(position === undefined ? {} : {position})
  }
}
