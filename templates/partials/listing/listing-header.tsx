import type {ComponentChildren, VNode} from 'preact'
import {Title} from '../title.tsx'

interface Props {
  readonly title: string
  readonly description: string | undefined
  readonly titleClass?: string | undefined
  /** What kind of listing it is, where the title alone does not say. */
  readonly eyebrow?: string
  /** Stands before everything else. */
  readonly picture?: ComponentChildren
  /** Stands below. */
  readonly children?: ComponentChildren
}

/** Title and description of a page that lists others. */
export function ListingHeader({title, description, titleClass, eyebrow, picture, children}: Props): VNode {
  return (
    <header class="listing-header">
      {picture}
      {eyebrow !== undefined && <p class="eyebrow">{eyebrow}</p>}
      <Title title={title} description={description} class={titleClass} />
      {children}
    </header>
  )
}
