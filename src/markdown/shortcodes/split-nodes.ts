import type {Html, RootContent, Text} from 'mdast'
import type {Point} from 'unist'
import type {Shortcode} from './find-shortcodes.ts'
import {type HiddenShortcodes, splitHidden} from './hide-shortcodes.ts'
import {uncommented} from './restore-fields.ts'

/** What stands beside each other: finished nodes, and tags that are still to become some. */
export type Item = {readonly node: RootContent} | {readonly tag: Shortcode}

/** Nodes of a paragraph, with texts split where they have tags. What is no tag becomes text again; `onBroken` is told of it. */
export function splitTexts(
  nodes: ReadonlyArray<RootContent>,
  hidden: HiddenShortcodes,
  onBroken: (shortcode: Shortcode) => void = () => undefined
): ReadonlyArray<Item> {
  return nodes.flatMap((node): ReadonlyArray<Item> => {
    if (node.type !== 'text') return [{node}]
    let start = node.position?.start
    return splitHidden(node.value, hidden).flatMap((part, index, parts): ReadonlyArray<Item> => {
      if ('shortcode' in part && isTag(part.shortcode)) {
        start = part.shortcode.end
        return [{tag: part.shortcode}]
      }
      if ('shortcode' in part && part.shortcode.kind === 'broken') onBroken(part.shortcode)
      const value = 'text' in part ? part.text : uncommented(part.shortcode)
      const next = parts[index + 1]
      const end = next !== undefined && 'shortcode' in next ? next.shortcode.start : node.position?.end
      const text = {node: textAt(value, start, end)}
      start = end
      return [text]
    })
  })
}

/** Raw HTML split where tags stand between its elements; those inside of `<…>` and of scripts stay. */
export function splitHtml(node: Html, hidden: HiddenShortcodes): ReadonlyArray<Item> {
  if (opaque.test(node.value)) return [{node}]
  const items: Array<Item> = []
  let value = ''
  for (const part of splitHidden(node.value, hidden)) {
    const isInside = value.lastIndexOf('<') > value.lastIndexOf('>')
    if ('text' in part) value += part.text
    else if (isInside || !isTag(part.shortcode))
      value = value.slice(0, value.length - part.prefix.length) + part.word
    else {
      addHtml()
      items.push({tag: part.shortcode})
    }
  }
  addHtml()
  return items

  function addHtml(): void {
    const {position} = node
    if (value.trim() !== '')
      items.push({node: {type: 'html', value: value.trim(), ...(position && {position})}})
    value = ''
  }
}

/** Elements whose content is no Markdown. */
const opaque = /^\s*<(?:script|style|pre|textarea|!--)/i

function isTag({kind}: Shortcode): boolean {
  return kind !== 'comment' && kind !== 'broken'
}

function textAt(value: string, start: Point | undefined, end: Point | undefined): Text {
  return {type: 'text', value, ...(start === undefined || end === undefined ? {} : {position: {start, end}})}
}
