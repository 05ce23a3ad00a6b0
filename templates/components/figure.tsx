import type {ComponentProps} from 'galley'
import type {VNode} from 'preact'

export const attributes = {
  src: 'url?',
  alt: 'text?',
  title: 'text?',
  caption: 'text?',
  width: 'number?',
  height: 'number?',
  link: 'url?'
} as const

type Props = ComponentProps<typeof attributes>

/**
 * An image with a caption, which is the content, else `caption`. Without `src` the content is what the figure shows, and `caption` or
 * the title says what it is.
 */
export default function Figure(props: Props): VNode {
  const {src, title, caption, id, class: name, children = caption} = props
  return (
    <figure id={id} class={name}>
      {src === undefined ? (
        <>
          {props.children}
          {(caption ?? title) !== undefined && <figcaption>{caption ?? title}</figcaption>}
        </>
      ) : (
        <>
          <Picture {...props} src={src} />
          {(title !== undefined || children !== undefined) && (
            <figcaption>
              {title !== undefined && <strong>{title}</strong>}
              {title !== undefined && children !== undefined && ' '}
              {children}
            </figcaption>
          )}
        </>
      )}
    </figure>
  )
}

function Picture({src, alt = '', width, height, link}: Props & {readonly src: string}): VNode {
  const image = <img src={src} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
  return link === undefined ? image : <a href={link}>{image}</a>
}
