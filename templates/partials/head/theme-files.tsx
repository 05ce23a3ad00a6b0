import type {Questions} from 'galley'
import type {VNode} from 'preact'
import {AppearanceScript} from '../appearance.tsx'

/** What the site has chosen of its theme, where it has chosen anything. */
const options = '/assets/options.css'

/** Style sheets and scripts that every page has. */
export function ThemeFiles({view}: {readonly view: Questions}): VNode {
  return (
    <>
      <AppearanceScript view={view} />
      <link rel="stylesheet" href={view.href('/assets/theme.css')} />
      {view.has(options) && <link rel="stylesheet" href={view.href(options)} />}
    </>
  )
}

/** The site's own style sheets, which have the last word. */
export function SiteStyles({view}: {readonly view: Questions}): VNode {
  return (
    <>
      {view.site().theme.styles.map((path) => (
        <link key={path} rel="stylesheet" href={view.href(path)} />
      ))}
    </>
  )
}
