import type {ComponentProps, JsonValue} from 'galley'
import type {VNode} from 'preact'

export const attributes = {name: 'text'} as const

/** A param of the article, else of the site, as text; where there is none, the content. `author.name` is one within another. */
export default function Param(props: ComponentProps<typeof attributes>): VNode {
  const {name, id, class: given, children, view} = props
  const value = view.param(name)
  if (value === undefined && children === undefined) {
    throw new Error(`expected a param \`${name}\` of the article or the site, found none`)
  }
  const shown = value === undefined ? children : textOf(value)
  if (id === undefined && given === undefined) return <>{shown}</>
  return (
    <span id={id} class={given}>
      {shown}
    </span>
  )
}

function textOf(value: JsonValue): string {
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}
