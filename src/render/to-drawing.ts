import {Fragment, type JSX} from 'preact'
import type {Drawing} from '#src/model/drawing.ts'

/** Where a style would load something. */
const reference = /\burl\(\s*['"]?(?!data:)/i

/**
 * What a template rendered, as a drawing: components are called, which must be functions without state.
 *
 * Throws what a component throws, and an `Error` for what a drawing cannot have: HTML as text, and files that would have to be loaded.
 */
export function toDrawing(node: JSX.Element): Drawing {
  const [only, ...others] = childrenOf(node)
  if (only === undefined || typeof only === 'string' || others.length > 0)
    throw new Error('Expected one element, such as `<div>`, around the whole picture')
  return only
}

/** Texts that follow each other are one. */
function childrenOf(given: unknown): ReadonlyArray<Drawing | string> {
  const children: Array<Drawing | string> = []
  for (const child of flatten(given)) {
    const last = children.at(-1)
    if (typeof child === 'string' && typeof last === 'string') children[children.length - 1] = last + child
    else children.push(child)
  }
  return children
}

function flatten(given: unknown): ReadonlyArray<Drawing | string> {
  if (given === undefined || given === null || typeof given === 'boolean') return []
  if (Array.isArray(given)) return given.flatMap(flatten)
  if (!isElement(given)) return [String(given)]
  const {type, props} = given
  if (type === Fragment) return flatten(props['children'])
  if (typeof type === 'function') return flatten((type as (props: unknown) => unknown)(props))
  return [toElement(String(type), props)]
}

function toElement(type: string, {children, ...props}: ElementProps): Drawing {
  if ('dangerouslySetInnerHTML' in props) throw new Error('A picture is drawn of elements, not of HTML')
  const style = Object.values(props['style'] ?? {}).map(String)
  const address = props['src'] ?? props['href'] ?? ''
  if (style.some((value) => reference.test(value)) || !/^(?:data:|#|$)/.test(String(address)))
    throw new Error('A picture loads no files: draw them, or give them as `data:`')
  const below = childrenOf(children)
  return {type, props: {...props, ...(below.length === 0 ? {} : {children: below})}}
}

interface ElementProps {
  readonly [name: string]: unknown
  readonly style?: object
}

/** What preact makes of an element in JSX. */
interface ElementNode {
  readonly type: unknown
  readonly props: ElementProps
}

function isElement(given: unknown): given is ElementNode {
  return typeof given === 'object' && given !== null && 'type' in given && 'props' in given
}
