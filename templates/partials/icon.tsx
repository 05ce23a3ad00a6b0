import type {ComponentChildren, VNode} from 'preact'

interface Props {
  readonly class?: string
  /** What is drawn, on a square of 24 units. */
  readonly children: ComponentChildren
}

/** A drawing in lines of the color of the text. What it means has to be said beside it. */
export function Icon({class: name, children}: Props): VNode {
  return (
    <svg
      class={name}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}
