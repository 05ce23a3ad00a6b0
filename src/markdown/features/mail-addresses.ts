import type {Link, RootContent, Text} from 'mdast'
import type {Position} from 'unist'
import {pointBehind} from '../place-of.ts'

/** What begins an address in running text, up to the first letters that directives take for a name. */
const beginning = /(?:mailto|xmpp):[\w.+-]*$/

const address = /(?<=(?:mailto|xmpp):)[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[\w-]*[a-zA-Z\d]/g

/**
 * The text of a link that is the rest of an address whose beginning was taken for a directive: `.l@b.c` of `mailto:ada.l@b.c`; `undefined` for all others.
 */
export function restOfAddress(node: RootContent, before: RootContent | undefined): Text | undefined {
  if (node.type !== 'link' || before?.type !== 'text' || !beginning.test(before.value)) return undefined
  const [inside] = node.children
  return inside?.type === 'text' && node.url === `mailto:${inside.value}` ? inside : undefined
}

/** A text with the links to mail addresses that parsers make where no directive may be. */
export function linkAddresses(node: Text): ReadonlyArray<Text | Link> {
  const {value, position} = node
  const nodes: Array<Text | Link> = []
  let end = 0
  for (const {0: found, index} of value.matchAll(address)) {
    nodes.push(part(end, index))
    const inside = part(index, index + found.length)
    nodes.push({...inside, type: 'link', url: `mailto:${found}`, title: null, children: [inside]})
    end = index + found.length
  }
  if (end === 0) return [node]
  return end === value.length ? nodes : [...nodes, part(end, value.length)]

  function part(from: number, to: number): Text {
    return {type: 'text', value: value.slice(from, to), ...positionOf(from, to)}
  }

  function positionOf(from: number, to: number): {readonly position?: Position} {
    if (position === undefined) return {}
    const start = pointBehind(position.start, value.slice(0, from))
    return {position: {start, end: pointBehind(start, value.slice(from, to))}}
  }
}
