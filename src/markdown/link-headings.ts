import type {Element, Root} from 'hast'
import {footnoteLabels} from './footnote-elements.ts'
import {listElements} from './list-nodes.ts'
import {isComponent} from './markers.ts'

/** Class of the link that a heading's content is wrapped in. */
export const headingLinkClass = 'heading-link'

const linkedHeading = /^h[2-6]$/

/**
 * Make the content of each heading below the title a link to the heading itself, which keyboards and screen readers can use like any
 * other. Headings with a link or component inside stay as they are, because links cannot be nested.
 */
export function linkHeadings(): (tree: Root) => void {
  return (tree) => {
    const elements = listElements(tree)
    const left = new Set(elements.flatMap(headingsToLeave))
    for (const heading of elements) {
      const {tagName, properties, children} = heading
      const {id} = properties
      if (!linkedHeading.test(tagName) || typeof id !== 'string' || left.has(heading)) continue
      if (children.length === 0 || elementsIn(heading).some(isUnlinkable)) continue
      heading.children = [
        {type: 'element', tagName: 'a', properties: {className: [headingLinkClass], href: `#${id}`}, children}
      ]
    }
  }
}

/** Headings inside of what is a link or button already, and labels of footnotes. */
function headingsToLeave(element: Element): ReadonlyArray<Element> {
  return outerNames.has(element.tagName) ? elementsIn(element) : footnoteLabels(element)
}

const outerNames: ReadonlySet<string> = new Set(['a', 'button', 'summary'])

function elementsIn({children}: Element): ReadonlyArray<Element> {
  return listElements({type: 'root', children: [...children]})
}

function isUnlinkable({tagName}: Element): boolean {
  return tagName === 'a' || tagName === 'button' || isComponent(tagName)
}
