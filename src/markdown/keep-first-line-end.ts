import type {Root} from 'hast'
import {listElements} from './list-nodes.ts'

/** Elements after whose start tag an HTML parser skips one line end. */
const skipping: ReadonlySet<string> = new Set(['pre', 'textarea', 'listing'])

/** Double the line end that such an element's text starts with, since rehype-stringify writes it as it is. */
export function keepFirstLineEnd(): (tree: Root) => void {
  return (tree) => {
    for (const {tagName, children} of listElements(tree)) {
      const [first] = children
      const isSkipped = skipping.has(tagName) && first?.type === 'text' && first.value.startsWith('\n')
      if (isSkipped) first.value = `\n${first.value}`
    }
  }
}
