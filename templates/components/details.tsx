import type {ComponentProps} from 'galley'
import type {VNode} from 'preact'
import {phrasesIn} from '../partials/phrases.ts'

export const attributes = {summary: 'text?', title: 'text?', open: 'flag'} as const

/** Content that a reader opens; `title` is another name of `summary`, which the label of a directive gives. */
export default function Details(props: ComponentProps<typeof attributes>): VNode {
  const {title, summary = title, open, id, class: name, children, view} = props
  return (
    <details id={id} class={name} open={open}>
      <summary>{summary ?? phrasesIn(view.site().language).details}</summary>
      {children}
    </details>
  )
}
