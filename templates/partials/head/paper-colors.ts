import type {Questions} from 'galley'
import {fixedAppearance} from '../appearance.tsx'

/** What the theme's style sheet has as `--paper`. */
const colors = {light: '#fffefc', dark: '#17181a'}

/** A color for the browser's own bars, so that they look like the page, and the media query under which it is meant. */
export interface PaperColor {
  readonly media?: string
  readonly color: string
}

/** Colors of the page: one for light and one for dark, or that of the site's only appearance. */
export function paperColors(view: Questions): ReadonlyArray<PaperColor> {
  const fixed = fixedAppearance(view)
  if (fixed !== undefined) return [{color: colors[fixed]}]
  return (['light', 'dark'] as const).map((scheme) => ({
    media: `(prefers-color-scheme: ${scheme})`,
    color: colors[scheme]
  }))
}
