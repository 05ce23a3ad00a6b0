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

function Picture(props: Props & {readonly src: string}): VNode {
  const {src, alt = '', link} = props
  const {width, height} = shownSize(props)
  const image = <img src={src} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
  return link === undefined ? image : <a href={link}>{image}</a>
}

/** What the author gave, the other side in proportion; else what the file is measured at. */
function shownSize({src, width, height, view}: Props & {readonly src: string}): {
  readonly width: number | undefined
  readonly height: number | undefined
} {
  const size = width !== undefined && height !== undefined ? undefined : view.imageSize(src)
  if (size === undefined) return {width, height}
  if (width !== undefined) return {width, height: Math.round((width * size.height) / size.width)}
  if (height !== undefined) return {width: Math.round((height * size.width) / size.height), height}
  return size
}
