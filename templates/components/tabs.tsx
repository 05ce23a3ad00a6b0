import type {ComponentProps} from 'galley'
import type {VNode} from 'preact'
import {classes} from '../partials/classes.ts'

export const attributes = {
  /** Tabs with the same word show the same label. */
  sync: 'text?'
} as const

/** Alternatives of which a reader sees one at a time, or all of them one below the other where there is no script. */
export default function Tabs(props: ComponentProps<typeof attributes>): VNode {
  const {sync, id, class: name, children} = props
  return (
    <div id={id} class={classes('tabs', name)} data-sync={sync}>
      {children}
    </div>
  )
}
