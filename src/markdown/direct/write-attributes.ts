import type {Properties} from 'hast'
import {find, html} from 'property-information'
import {escapeAttribute} from './escape-html.ts'

/** As rehype-stringify writes them, each with a space before it. */
export function attributesOf(properties: {readonly [Name in string]: Properties[Name]}): string {
  let attributes = ''
  for (const [property, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue
    // Nearly all that code has, for which the look-up would take longer than the rest.
    const attribute = property === 'className' ? 'class' : find(html, property).attribute
    const text = Array.isArray(value) ? value.join(' ') : String(value)
    attributes += value === true ? ` ${attribute}` : ` ${attribute}="${escapeAttribute(text)}"`
  }
  return attributes
}
