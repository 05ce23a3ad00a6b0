import type {VNode} from 'preact'

interface Props {
  readonly title: string
  readonly description: string | undefined
  readonly class?: string | undefined
}

/** What a page is about. */
export function Title({title, description, class: name}: Props): VNode {
  return (
    <>
      <h1 class={name}>{title}</h1>
      {description !== undefined && <p class="lead">{description}</p>}
    </>
  )
}
