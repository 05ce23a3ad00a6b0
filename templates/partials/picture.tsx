import type {ImageSize, Questions} from 'galley'
import type {VNode} from 'preact'
import {WithSources} from './with-sources.tsx'

interface Props {
  readonly view: Questions
  /** A route path, source or address. */
  readonly src: string
  readonly class?: string
  /** Whether it is among the first things that a reader sees. Default: false. */
  readonly first?: boolean
  /** A part of it in these proportions, as in `Questions.image`. Default: all of it. */
  readonly crop?: ImageSize
  /** How wide it is shown. Default: as wide as the text. */
  readonly sizes?: string
}

/** As wide as the text, or as the screen where that is narrower. */
const textSizes = '(min-width: 46rem) 44rem, 100vw'

/** An image that says nothing which is not said beside it, with its size, so that nothing moves when it arrives. */
export function Picture({view, src, class: name, first, crop, sizes = textSizes}: Props): VNode {
  const {sources, width, height, color, ...image} = view.image(src, crop && {crop})
  const isFirst = first === true
  return (
    <WithSources sources={sources} sizes={sizes}>
      <img
        class={name}
        src={image.src}
        alt=""
        width={width}
        height={height}
        data-color={color}
        loading={isFirst ? undefined : 'lazy'}
        fetchpriority={isFirst ? 'high' : undefined}
        decoding="async"
      />
    </WithSources>
  )
}
