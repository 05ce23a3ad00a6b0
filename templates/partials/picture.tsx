import type {Questions} from 'galley'
import type {VNode} from 'preact'

interface Props {
  readonly view: Questions
  /** A route path, source or address. */
  readonly src: string
  readonly class?: string
  /** Whether it is among the first things that a reader sees. Default: false. */
  readonly first?: boolean
}

/** An image that says nothing which is not said beside it, with its size, so that nothing moves when it arrives. */
export function Picture({view, src, class: name, first}: Props): VNode {
  const {width, height} = view.imageSize(src) ?? {}
  const isFirst = first === true
  return (
    <img
      class={name}
      src={view.href(src)}
      alt=""
      width={width}
      height={height}
      loading={isFirst ? undefined : 'lazy'}
      fetchpriority={isFirst ? 'high' : undefined}
      decoding="async"
    />
  )
}
