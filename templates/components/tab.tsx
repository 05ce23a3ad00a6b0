import type {ComponentProps} from 'galley'
import type {VNode} from 'preact'
import {classes} from '../partials/classes.ts'

export const attributes = {title: 'text'} as const

/** One of several tabs. Its label is for readers without script. */
export default function Tab(props: ComponentProps<typeof attributes>): VNode {
  const {title, id, class: name, children} = props
  return (
    <section id={id} class={classes('tab', name)} data-label={title}>
      <p class="tab-label">{title}</p>
      {children}
    </section>
  )
}
