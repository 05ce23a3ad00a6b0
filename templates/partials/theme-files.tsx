import type {Questions} from 'galley'
import type {VNode} from 'preact'
import {AppearanceScript} from './appearance.tsx'

/** Style sheets and scripts that every page has. */
export function ThemeFiles({view}: {readonly view: Questions}): VNode {
  const {accent, fonts} = view.site().theme
  const hasOptions = accent !== undefined || Object.keys(fonts).length > 0
  return (
    <>
      <AppearanceScript view={view} />
      <link rel="stylesheet" href={view.href('/assets/theme.css')} />
      {hasOptions && <link rel="stylesheet" href={view.href('/assets/options.css')} />}
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
