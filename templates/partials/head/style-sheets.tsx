import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {componentFile} from './component-file.ts'

interface Props {
  readonly view: Questions
  /** Of the text that the page shows; absent where it shows none. */
  readonly source?: Page['source'] | undefined
}

/** What the site has chosen of its theme, where it has chosen anything. */
const options = '/assets/options.css'

/**
 * What texts may need. All pages with a text have all of it: it weighs less than a second sheet for the next article, which needs something
 * else.
 */
const textStyles = ['components', 'code', 'math', 'diagrams', 'tabs'].map((name) => `/assets/${name}.css`)

/** All style sheets of a page: the theme's, those of the components of its text, and the site's own, which have the last word. */
export function StyleSheets({view, source}: Props): VNode {
  const features = source === undefined ? [] : view.features({source})
  const sheets = [
    '/assets/theme.css',
    ...(view.has(options) ? [options] : []),
    ...(source === undefined ? [] : textStyles),
    ...features.flatMap((feature) => componentFile(view, feature, 'css')),
    ...view.site().theme.styles
  ]
  return (
    <>
      {view.styles(sheets).map(({href, integrity}) => (
        <link key={href} rel="stylesheet" href={href} integrity={integrity} />
      ))}
    </>
  )
}
