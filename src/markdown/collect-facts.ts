import type {Element, Root} from 'hast'
import type {Facts, Heading} from '#src/model/document.ts'
import {countWords} from './count-words.ts'
import {footnoteLabels} from './footnote-elements.ts'
import {listElements} from './list-nodes.ts'
import type {Notes} from './notes.ts'
import {placeOf} from './place-of.ts'
import {lineText, plainText} from './plain-text.ts'

/** What a finished tree says of its body. The outline has headings with an id, except the label of the footnotes. */
export function collectFacts(tree: Root, {codeLanguages, features, packagePlaces}: Notes): Facts {
  const outline: Array<Heading> = []
  const ids = new Set<string>()
  const externalLinks: Array<Facts['externalLinks'][number]> = []
  const labels = new Set<Element>()
  for (const element of listElements(tree)) {
    const {tagName, properties} = element
    const {id, name, href} = properties
    if (typeof id === 'string') ids.add(id)
    if (tagName === 'a' && typeof name === 'string') ids.add(name)
    for (const label of footnoteLabels(element)) labels.add(label)
    const depth = headingDepth(tagName)
    const isHeading = depth !== undefined && typeof id === 'string' && !labels.has(element)
    if (isHeading) outline.push({depth, id, text: lineText(element)})
    const isLink = tagName === 'a' || tagName === 'area'
    if (!isLink || typeof href !== 'string' || !isExternal(href)) continue
    const place = placeOf(element)
    externalLinks.push({href: href.trim(), ...(place === undefined ? {} : {place})})
  }
  const text = plainText(tree)
  return {
    outline,
    ids: [...ids].sort(),
    externalLinks,
    codeLanguages: [...codeLanguages].sort(),
    features: [...features].sort(),
    ...(packagePlaces.size === 0 ? {} : {packagePlaces: Object.fromEntries(packagePlaces)}),
    text,
    wordCount: countWords(text)
  }
}

/** Whether an address leads to another host. */
export function isExternal(href: string): boolean {
  return /^\s*(?:https?:)?\/\//i.test(href)
}

function headingDepth(tagName: string): number | undefined {
  const depth = /^h([1-6])$/.exec(tagName)?.[1]
  return depth === undefined ? undefined : Number(depth)
}
