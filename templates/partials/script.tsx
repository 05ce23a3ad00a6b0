import type {Questions} from 'galley'
import type {VNode} from 'preact'

interface Props {
  readonly view: Questions
  /** Address of the script: `/assets/menu.js`. */
  readonly path: string
  /** Attributes that it reads. */
  readonly data?: Readonly<Record<`data-${string}`, string>>
  /** Whether the page waits for it: for what has to be done before anything is painted. */
  readonly isAwaited?: boolean
}

/** A script that runs when the page is there. It is no module, since browsers load none of those from a folder. */
export function Script({view, path, data = {}, isAwaited = false}: Props): VNode {
  const {href, integrity} = view.script(path)
  return <script src={href} integrity={integrity} defer={!isAwaited} {...data} />
}
