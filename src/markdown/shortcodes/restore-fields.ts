import type {Nodes} from 'mdast'
import {referenceOf} from './call-shortcode.ts'
import type {Shortcode} from './find-shortcodes.ts'
import {type HiddenShortcodes, splitHidden} from './hide-shortcodes.ts'
import type {Joining} from './join-items.ts'
import {isReference} from './known-shortcodes.ts'
import {placeOfTag} from './match-tags.ts'
import {misplacedShortcode} from './messages.ts'

/** Fields of nodes that are texts, in which shortcodes are shown as they were written. */
const textFields = ['value', 'title', 'alt', 'label', 'identifier', 'lang', 'meta', 'name'] as const

/** Nodes whose text is shown as it is, where the comment of a tag stands for the tag itself. */
const codeTypes: ReadonlySet<string> = new Set(['code', 'inlineCode'])

/** Bring back the shortcodes in the fields of a node that is not text: in code, in addresses, in tags of HTML. */
export function restoreFields(node: Nodes, joining: Joining): void {
  const {hidden} = joining
  // Which fields there are depends on the type of the node; each that is there holds text.
  const fields = node as unknown as Record<string, unknown>
  for (const field of textFields) {
    const value = fields[field]
    if (typeof value !== 'string') continue
    const isHtml = node.type === 'html' && field === 'value'
    const show = codeTypes.has(node.type) || field === 'alt' || field === 'title' ? uncommented : undefined
    fields[field] = restored(value, hidden, isHtml ? (shortcode) => inAddress(shortcode, joining) : show)
  }
  if ('url' in node && typeof node.url === 'string') {
    node.url = restored(node.url, hidden, (shortcode) => inAddress(shortcode, joining))
  }
}

/** The tag that a comment stands for; any other shortcode as it was written. */
export function uncommented({kind, written}: Shortcode): string {
  return kind === 'comment' ? written.replace('/*', '').replace(/\*\/(?=[>%]\}\}$)/, '') : written
}

function restored(
  text: string,
  hidden: HiddenShortcodes,
  show: (shortcode: Shortcode) => string = ({written}) => written
): string {
  return splitHidden(text, hidden)
    .map((part) => ('text' in part ? part.text : show(part.shortcode)))
    .join('')
}

function inAddress(shortcode: Shortcode, {file, diagnostics}: Joining): string {
  if (isReference(shortcode.name)) return referenceOf(shortcode)
  if (shortcode.kind === 'comment') return uncommented(shortcode)
  if (shortcode.kind !== 'broken') {
    diagnostics.push(misplacedShortcode({file, place: placeOfTag(shortcode)}, shortcode.name))
  }
  return shortcode.written
}
