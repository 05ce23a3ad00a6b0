import type {ComponentProps} from 'galley'
import type {VNode} from 'preact'

export const attributes = {
  src: 'url',
  alt: 'text?',
  title: 'text?',
  caption: 'text?',
  width: 'number?',
  height: 'number?',
  link: 'url?'
} as const

/** An image with a caption, which is the content, else `caption`. */
export default function Figure(props: ComponentProps<typeof attributes>): VNode {
  const {src, alt = '', title, caption, width, height, link, id, class: name, children = caption} = props
  const image = <img src={src} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
  const hasCaption = title !== undefined || children !== undefined
  return (
    <figure id={id} class={name}>
      {link === undefined ? image : <a href={link}>{image}</a>}
      {hasCaption && (
        <figcaption>
          {title !== undefined && <strong>{title}</strong>}
          {title !== undefined && children !== undefined && ' '}
          {children}
        </figcaption>
      )}
    </figure>
  )
}
