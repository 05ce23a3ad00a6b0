import type {ComponentProps} from 'galley'
import type {VNode} from 'preact'
import {phrasesIn} from '../partials/phrases.ts'

export const attributes = {
  src: 'url',
  poster: 'url?',
  title: 'text?',
  width: 'number?',
  height: 'number?',
  controls: ['on', 'off'],
  autoplay: 'flag',
  loop: 'flag',
  muted: 'flag'
} as const

/** A video that is a file of the site. Its content is a caption. */
export default function Video(props: ComponentProps<typeof attributes>): VNode {
  const {src, poster, title, width, height, controls, autoplay, loop, muted} = props
  const {id, class: name, children, view} = props
  return (
    <figure id={id} class={name}>
      <video
        src={src}
        poster={poster}
        aria-label={title}
        width={width}
        height={height}
        controls={controls === 'on'}
        autoplay={autoplay}
        loop={loop}
        muted={muted}
        playsInline
        preload="metadata"
      >
        <a href={src}>{title ?? phrasesIn(view.site().language).video}</a>
      </video>
      {children !== undefined && <figcaption>{children}</figcaption>}
    </figure>
  )
}
