import type {ImageSource} from 'galley'
import type {VNode} from 'preact'

interface Props {
  readonly sources: ReadonlyArray<ImageSource>
  /** How wide the image is shown, as the attribute has it. */
  readonly sizes: string
  /** What every browser can show. */
  readonly children: VNode
}

/** An image with what browsers may show instead of it. */
export function WithSources({sources, sizes, children}: Props): VNode {
  if (sources.length === 0) return children
  return (
    <picture>
      {sources.map(({type, srcset}) => (
        <source key={type} type={type} srcset={srcset} sizes={sizes} />
      ))}
      {children}
    </picture>
  )
}
