import type {ComponentProps} from 'galley'
import type {VNode} from 'preact'
import {classes} from '../partials/classes.ts'

export const attributes = {title: 'text', link: 'url?', icon: 'text?'} as const

/** A title with a few words; all of it is a link where there is `link`. `icon` is a sign such as an emoji. */
export default function Card(props: ComponentProps<typeof attributes>): VNode {
  const {title, link, icon, id, class: name, children} = props
  return (
    <div id={id} class={classes('link-card', name)}>
      <p class="link-card-title">
        {icon !== undefined && <span aria-hidden="true">{icon} </span>}
        {link === undefined ? title : <a href={link}>{title}</a>}
      </p>
      {children}
    </div>
  )
}
