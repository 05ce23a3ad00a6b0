import type {VNode} from 'preact'

interface Props {
  readonly title: string
  readonly description: string | undefined
  /** What kind of listing it is, where the title alone does not say. */
  readonly eyebrow?: string
}

/** Title and description of a page that lists others. */
export function ListingHeader({title, description, eyebrow}: Props): VNode {
  return (
    <header class="listing-header">
      {eyebrow !== undefined && <p class="eyebrow">{eyebrow}</p>}
      <h1>{title}</h1>
      {description !== undefined && <p class="lead">{description}</p>}
    </header>
  )
}
