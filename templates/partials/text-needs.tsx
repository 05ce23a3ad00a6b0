import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'

interface Props {
  readonly view: Questions
  /** Of the text that the page shows. */
  readonly source: Page['source']
}

/** Scripts by what a text may have. */
const scripts: Readonly<Record<string, string>> = {youtube: '/assets/video.js', vimeo: '/assets/video.js'}

/** Links to what only some texts need. */
export function TextNeeds({view, source}: Props): VNode {
  const needed = new Set(view.features({source}).flatMap((feature) => scripts[feature] ?? []))
  return (
    <>
      {[...needed].map((path) => (
        <script key={path} type="module" src={view.href(path)} />
      ))}
    </>
  )
}
