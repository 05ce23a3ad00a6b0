import type {ComponentChildren, VNode} from 'preact'
import {classes} from './classes.ts'

interface Props {
  readonly href: string
  /** What the link says where there is no content: names, which need no translation. */
  readonly text: string
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

/** A link to what another site would show in a frame of its own: nothing is asked of that site. */
export function ElsewhereLink({href, text, id, class: name, children = text}: Props): VNode {
  return (
    <div id={id} class={classes('elsewhere', name)}>
      <a href={href}>{children}</a>
    </div>
  )
}
