import type {ComponentProps} from 'galley'
import type {VNode} from 'preact'
import {classes} from '../partials/classes.ts'

export const attributes = {} as const

/** A nested list inside of it is shown as folders and files. */
export default function FileTree({id, class: name, children}: ComponentProps<typeof attributes>): VNode {
  return (
    <div id={id} class={classes('file-tree', name)}>
      {children}
    </div>
  )
}
