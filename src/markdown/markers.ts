import {createHash} from 'node:crypto'
import type {ComponentCall, Fragment, ReferenceSlot} from '#src/model/fragment.ts'
import {fragmentBuilder} from './fragment-builder.ts'
import type {Notes, SealedNode} from './notes.ts'

/** Note a reference; returns what stands for it in HTML. */
export function markReference(notes: Notes, text: string, slot: ReferenceSlot): string {
  notes.references.push(slot)
  return `${markerOf(notes, text)}${notes.references.length - 1}.`
}

/** Note a component; returns the name of the element that stands for it in HTML. */
export function markComponent(notes: Notes, text: string, call: ComponentCall): string {
  notes.components.push(call)
  notes.features.add(call.component)
  markerOf(notes, text)
  return componentTag(notes, call.spot, notes.components.length - 1)
}

/** Note what stands aside; returns the name of the element that stands for it in HTML. */
export function markSealed(notes: Notes, text: string, sealed: SealedNode): string {
  notes.sealed.push(sealed)
  markerOf(notes, text)
  return sealedTag(notes, notes.sealed.length - 1)
}

/** Name of the element that stands for the component with a number. */
export function componentTag({marker}: Notes, spot: ComponentCall['spot'], index: number): string {
  return `${marker}${spot}-${index}`
}

/** Name of the element that stands for the sealed node with a number. */
export function sealedTag({marker}: Notes, index: number): string {
  return `${marker}sealed-${index}`
}

/** Name of the attribute that stands for the size of the image which was noted last. */
export function sizeMark({marker, references}: Notes): string {
  return `${marker}size-${references.length - 1}`
}

/** Whether a tag name is that of a component. */
export function isComponent(tagName: string): boolean {
  return tagName.startsWith(prefix)
}

/** Whether a tag name is that of a component which stands between blocks. */
export function isBlockComponent(tagName: string): boolean {
  return isComponent(tagName) && tagName.includes('-block-')
}

/** Cut HTML at its markers; slots are those whose marker is in `html`, in its order. */
export function cutFragment(html: string, {marker, references, components}: Notes): Fragment {
  const fragment = fragmentBuilder()
  let end = 0
  for (const match of marker === undefined ? [] : html.matchAll(patternOf(marker))) {
    const [all, reference, slash, component, measured] = match
    fragment.addHtml(html.slice(end, match.index))
    end = match.index + all.length
    if (reference !== undefined) fragment.addSlot(numbered(references, reference))
    else if (measured !== undefined) fragment.addSlot({sizeOf: numbered(references, measured).reference})
    else if (slash === '') fragment.openComponent(numbered(components, component))
    else fragment.closeComponent()
  }
  fragment.addHtml(html.slice(end))
  return fragment.finish()
}

const prefix = 'slot-'

/** Text cannot contain its own hash, so no author can write a marker. */
function markerOf(notes: Notes, text: string): string {
  notes.marker ??= `${prefix}${createHash('sha256').update(text).digest('hex')}-`
  return notes.marker
}

function patternOf(marker: string): RegExp {
  return new RegExp(`${marker}(\\d+)\\.|<(/?)${marker}(?:block|inline)-(\\d+)>| ${marker}size-(\\d+)=""`, 'g')
}

function numbered<Noted>(noted: ReadonlyArray<Noted>, index = ''): Noted {
  const item = noted[Number(index)]
  if (item === undefined) throw new Error(`Expected a note with the number ${index}`)
  return item
}
