import type {Element, Root} from 'hast'
import type {VFile} from 'vfile'
import type {ReferenceSlot} from '#src/model/fragment.ts'
import {isWikilink} from '#src/model/wikilink.ts'
import {listElements} from './list-nodes.ts'
import {markReference, sizeMark} from './markers.ts'
import {notesOf} from './notes.ts'
import {placeOf} from './place-of.ts'
import {mapUrls, type UrlAttribute, urlAttributes} from './url-attributes.ts'

/** Attributes whose addresses become slots. */
const slotNames: ReadonlySet<string> = new Set([
  'href',
  'xlink:href',
  'src',
  'srcset',
  'imagesrcset',
  'poster',
  'data',
  'background',
  'action',
  'formaction'
])

/** Elements that take a reader to an address, by attribute; `form` and its buttons do so on submission. */
const linkNames: ReadonlySet<string> = new Set(['a', 'area', 'form', 'button', 'input'])

/**
 * Put a marker in the place of every reference that only the site can resolve, and note it as a slot. The address is
 * percent-encoded where it stems from Markdown, as mdast-util-to-hast makes it: `[x](<a b.md>)` refers to `a%20b.md`.
 */
export function openSlots(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const notes = notesOf(file)
    for (const element of listElements(tree)) {
      for (const attribute of referenceAttributes(element)) {
        element.properties[attribute.property] = mapUrls(attribute, (url) => {
          const slot = slotAt(element, attribute, url)
          if (slot === undefined) return url
          const mark = markReference(notes, String(file.value), slot)
          if (isUnmeasured(element, attribute.name)) element.properties[sizeMark(notes)] = ''
          return mark
        })
      }
    }
  }
}

/** The attributes of an element whose addresses may be ones that only the site can resolve. */
export function referenceAttributes(element: Element): ReadonlyArray<UrlAttribute> {
  // `base` is read by the browser alone, and `data` means an address on `object` alone.
  if (element.tagName === 'base') return []
  return urlAttributes(element).filter(
    ({name}) => slotNames.has(name) && (name !== 'data' || element.tagName === 'object')
  )
}

/** Whether a reference is one that only the site can resolve: neither absolute, nor of this page alone, nor empty. */
export function isSiteReference(reference: string): boolean {
  if (isWikilink(reference)) return true
  return reference !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(reference)
}

/**
 * Whether a reference leads a reader within the page: where an excerpt is shown, the page is another one. No excerpt has
 * footnotes.
 */
function isFragmentLink({tagName, properties}: Element, reference: string): boolean {
  const {dataFootnoteRef, dataFootnoteBackref} = properties
  const isFootnote = dataFootnoteRef !== undefined || dataFootnoteBackref !== undefined
  return reference.startsWith('#') && (tagName === 'a' || tagName === 'area') && !isFootnote
}

/** The slot in the place of an address that only the site can resolve; `undefined` for any other. */
export function slotAt(element: Element, {name}: UrlAttribute, url: string): ReferenceSlot | undefined {
  const reference = url.trim()
  if (!isSiteReference(reference) && !isFragmentLink(element, reference)) return undefined
  const isLink = linkNames.has(element.tagName) && name !== 'src'
  const place = placeOf(element)
  return {reference, role: isLink ? 'link' : 'asset', ...(place === undefined ? {} : {place})}
}

/** Whether the address is that of an image whose size nobody gave. */
export function isUnmeasured({tagName, properties}: Element, attribute: string): boolean {
  const isImage = tagName === 'img' && attribute === 'src'
  return isImage && properties['width'] === undefined && properties['height'] === undefined
}
