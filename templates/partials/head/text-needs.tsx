import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {phrasesIn} from '../phrases.ts'

interface Props {
  readonly view: Questions
  /** Of the text that the page shows. */
  readonly source: Page['source']
}

/** Components whose looks share a style sheet. */
const components = [
  ...['badge', 'cards', 'card', 'file-tree', 'steps', 'vimeo', 'youtube'],
  ...['gist', 'instagram', 'tweet', 'x']
]

/** Style sheets by what a text may have. */
const styles: Readonly<Record<string, string>> = {
  ...sheetFor(components, '/assets/components.css'),
  code: '/assets/code.css',
  math: '/assets/math.css',
  mermaid: '/assets/diagrams.css',
  tabs: '/assets/tabs.css'
}

/** Scripts by what a text may have. */
const scripts: Readonly<Record<string, string>> = {
  code: '/assets/code.js',
  tabs: '/assets/tabs.js',
  vimeo: '/assets/video.js',
  youtube: '/assets/video.js'
}

/** Links to what only some texts need. */
export function TextNeeds({view, source}: Props): VNode {
  const {copy, copied} = phrasesIn(view.site().language)
  const features = view.features({source})
  const mermaid = features.includes('mermaid') ? view.packageHref('mermaid') : undefined
  return (
    <>
      {filesFor(features, styles).map((path) => (
        <link key={path} rel="stylesheet" href={view.href(path)} />
      ))}
      {filesFor(features, scripts).map((path) => {
        const labels = path === scripts['code'] ? {'data-copy': copy, 'data-copied': copied} : {}
        return <script key={path} type="module" src={view.href(path)} {...labels} />
      })}
      {mermaid !== undefined && (
        <script type="module" src={view.href('/assets/diagrams.js')} data-mermaid={mermaid} />
      )}
    </>
  )
}

function sheetFor(features: ReadonlyArray<string>, path: string): Readonly<Record<string, string>> {
  return Object.fromEntries(features.map((feature) => [feature, path]))
}

function filesFor(
  features: ReadonlyArray<string>,
  files: Readonly<Record<string, string>>
): ReadonlyArray<string> {
  return [...new Set(features.flatMap((feature) => files[feature] ?? []))]
}
