import type {ComponentProps} from 'galley'
import type {VNode} from 'preact'
import {classes} from '../partials/classes.ts'

export const attributes = {
  text: 'text?',
  kind: ['neutral', 'info', 'tip', 'warning', 'danger']
} as const

/** A word set off from the text around it: its content, else `text`. */
export default function Badge(props: ComponentProps<typeof attributes>): VNode {
  const {kind, text, id, class: name, children = text} = props
  return (
    <span id={id} class={classes(`badge badge-${kind}`, name)}>
      {children}
    </span>
  )
}
