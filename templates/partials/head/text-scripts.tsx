import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {phrasesIn} from '../phrases.ts'
import {Script} from '../script.tsx'
import {componentFile} from './component-file.ts'

interface Props {
  readonly view: Questions
  /** Of the text that the page shows. */
  readonly source: Page['source']
}

/** Scripts by what a text may have. */
const scripts: Readonly<Record<string, string>> = {
  code: '/assets/code.js',
  tabs: '/assets/tabs.js',
  vimeo: '/assets/video.js',
  youtube: '/assets/video.js'
}

/** Scripts that only some texts need. */
export function TextScripts({view, source}: Props): VNode {
  const {copy, copied} = phrasesIn(view.site().language)
  const features = view.features({source})
  const mermaid = features.includes('mermaid') ? view.packageHref('mermaid') : undefined
  const paths = features.flatMap((feature) => scripts[feature] ?? componentFile(view, feature, 'js'))
  return (
    <>
      {[...new Set(paths)].map((path) => {
        const labels = path === scripts['code'] ? {'data-copy': copy, 'data-copied': copied} : {}
        return <Script key={path} view={view} path={path} data={labels} />
      })}
      {mermaid !== undefined && (
        <Script view={view} path="/assets/diagrams.js" data={{'data-mermaid': mermaid}} />
      )}
    </>
  )
}
