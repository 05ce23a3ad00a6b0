import type {ComponentProps} from 'galley'
import type {VNode} from 'preact'
import {ElsewhereLink} from '../partials/elsewhere-link.tsx'

export const attributes = {user: 'text', gist: 'text', file: 'text?'} as const

/** A link to a gist of GitHub. `gist` is its id, `file` the one of its files that is meant. */
export default function Gist({
  user,
  gist,
  file,
  id,
  class: name,
  children
}: ComponentProps<typeof attributes>): VNode {
  const path = [user, gist].map(encodeURIComponent).join('/')
  const anchor = file === undefined ? '' : `#file-${file.toLowerCase().replaceAll(/[^a-z0-9_-]+/g, '-')}`
  return (
    <ElsewhereLink
      href={`https://gist.github.com/${path}${anchor}`}
      text={`GitHub Gist: ${user}/${file ?? gist}`}
      id={id}
      class={name}
    >
      {children}
    </ElsewhereLink>
  )
}
