import type {ComponentProps} from 'galley'
import type {VNode} from 'preact'
import {ElsewhereLink} from '../partials/elsewhere-link.tsx'

export const attributes = {post: 'text'} as const

/** A link to a post on Instagram. `post` is its id. */
export default function Instagram({post, ...others}: ComponentProps<typeof attributes>): VNode {
  if (!/^[\w-]+$/.test(post)) throw new Error(`expected the id of a post, found \`${post}\``)
  const {id, class: name, children} = others
  return (
    <ElsewhereLink href={`https://www.instagram.com/p/${post}/`} text="Instagram" id={id} class={name}>
      {children}
    </ElsewhereLink>
  )
}
