import type {Element} from 'hast'

/** Whether `element` is the section of footnotes that remark-rehype puts at the end. */
export function isFootnoteSection({tagName, properties}: Element): boolean {
  return tagName === 'section' && properties['dataFootnotes'] !== undefined
}

/** The headings above the footnotes, where `element` is their section. */
export function footnoteLabels(element: Element): ReadonlyArray<Element> {
  if (!isFootnoteSection(element)) return []
  return element.children.filter(
    (child) => child.type === 'element' && child.tagName === 'h2'
  ) as Array<Element>
}

/** Whether `element` is the mark of a footnote in the text. */
export function isFootnoteReference({tagName, children}: Element): boolean {
  const [link] = children
  const isMark = link?.type === 'element' && link.properties['dataFootnoteRef'] !== undefined
  return tagName === 'sup' && isMark
}

/** Whether `element` is the link from a footnote to its mark. */
export function isBackReference({tagName, properties}: Element): boolean {
  return tagName === 'a' && properties['dataFootnoteBackref'] !== undefined
}
