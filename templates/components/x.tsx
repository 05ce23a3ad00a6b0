import type {ComponentProps} from 'galley'
import type {VNode} from 'preact'
import {ElsewhereLink} from '../partials/elsewhere-link.tsx'

export const attributes = {post: 'text', user: 'text?'} as const

/** A link to a post on X, once Twitter. `post` is its number. */
export default function X({post, user, id, class: name, children}: ComponentProps<typeof attributes>): VNode {
  if (!/^\d+$/.test(post)) throw new Error(`expected the number of a post, found \`${post}\``)
  // Where no user is known, X finds the post by its number.
  const owner = user === undefined ? 'i' : encodeURIComponent(user)
  return (
    <ElsewhereLink
      href={`https://x.com/${owner}/status/${post}`}
      text={user === undefined ? 'X' : `X: @${user}`}
      id={id}
      class={name}
    >
      {children}
    </ElsewhereLink>
  )
}
