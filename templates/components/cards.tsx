import type {ComponentProps} from 'galley'
import type {VNode} from 'preact'
import {classes} from '../partials/classes.ts'

export const attributes = {} as const

/** Cards beside each other where there is room. */
export default function Cards({id, class: name, children}: ComponentProps<typeof attributes>): VNode {
  return (
    <div id={id} class={classes('cards', name)}>
      {children}
    </div>
  )
}
