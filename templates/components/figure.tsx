import type {ComponentProps} from 'galley'
import type {VNode} from 'preact'
import {WithSources} from '../partials/with-sources.tsx'

export const attributes = {
  src: 'url?',
  alt: 'text?',
  title: 'text?',
  caption: 'text?',
  /** Pixels or percent, as `height`: `300`, `300px`, `50%`. */
  width: 'text?',
  height: 'text?',
  link: 'url?',
  target: 'text?',
  rel: 'text?',
  loading: ['lazy', 'eager']
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

type PictureProps = Props & {readonly src: string}

function Picture(props: PictureProps): VNode {
  const {src, alt = '', link, target, rel, loading} = props
  const {width, height} = shownSize(props)
  const shown = props.view.image(src)
  const sizes = typeof width === 'number' ? `(min-width: ${width}px) ${width}px, 100vw` : '100vw'
  const image = (
    <WithSources sources={shown.sources} sizes={sizes}>
      <img
        src={shown.src}
        alt={alt}
        width={width}
        height={height}
        data-color={shown.color}
        loading={loading}
        decoding="async"
      />
    </WithSources>
  )
  if (link === undefined) return image
  return (
    <a href={link} target={target} rel={rel}>
      {image}
    </a>
  )
}

interface Size {
  readonly width: number | string | undefined
  readonly height: number | string | undefined
}

/** What the author gave, the other side in proportion; else what the file is measured at. */
function shownSize({src, view, ...given}: PictureProps): Size {
  const [width, height] = [lengthOf('width', given.width), lengthOf('height', given.height)]
  const size = width !== undefined && height !== undefined ? undefined : view.imageSize(src)
  if (size === undefined) return {width, height}
  if (width === undefined && height === undefined) return size
  if (typeof width === 'number') return {width, height: Math.round((width * size.height) / size.width)}
  if (typeof height === 'number' && width === undefined)
    return {width: Math.round((height * size.width) / size.height), height}
  return {width, height}
}

/** A number of pixels, or percents as they are. */
function lengthOf(name: string, value: string | undefined): number | string | undefined {
  if (value === undefined) return undefined
  const [, number, percent] = /^(\d+(?:\.\d+)?)(?:px|(%))?$/.exec(value) ?? []
  if (number === undefined) {
    throw new Error(
      `expected pixels or percent as \`${name}\`, such as \`300\` or \`50%\`, found \`${value}\``
    )
  }
  return percent === undefined ? Number(number) : value
}
