import type {ComponentCall} from '#src/model/fragment.ts'
import type {Html} from '#src/model/view.ts'
import {escapeAttribute} from './join-fragment.ts'

/**
 * What an author wrote inside of a component that the site does not have, in an element of that class: so articles that were written for
 * another generator's containers still build.
 */
export function wrapUnknown({component, spot, attributes}: ComponentCall, children: Html): Html {
  const name = spot === 'block' ? 'div' : 'span'
  const title =
    spot === 'block' ? attributes.find((attribute) => attribute.name === 'title')?.value : undefined
  const shown = title === undefined ? children : `<p>${escapeText(title)}</p>${children}`
  return `<${name} class="${escapeAttribute(component)}">${shown}</${name}>` as Html
}

/** A shortcode as it was written, around what is inside of it. */
export function showWritten({begin, end = ''}: NonNullable<ComponentCall['written']>, children: Html): Html {
  return (escapeText(begin) + children + escapeText(end)) as Html
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;')
}
