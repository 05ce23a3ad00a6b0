import type {ComponentProps} from 'galley'
import type {VNode} from 'preact'
import {classes} from '../partials/classes.ts'

export const attributes = {} as const

/** An ordered list inside of it is shown as steps. */
export default function Steps({id, class: name, children}: ComponentProps<typeof attributes>): VNode {
  return (
    <div id={id} class={classes('steps', name)}>
      {children}
    </div>
  )
}
