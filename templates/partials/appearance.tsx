import type {Questions} from 'galley'
import type {VNode} from 'preact'
import {Icon} from './icon.tsx'
import {IconButton} from './icon-button.tsx'
import {phrasesIn} from './phrases.ts'
import {Script} from './script.tsx'

interface Props {
  readonly view: Questions
}

/** Applies what the reader chose before anything is painted, which no deferred script could. */
export function AppearanceScript({view}: Props): VNode | null {
  return isSwitched(view) ? <Script view={view} path="/assets/appearance.js" isAwaited /> : null
}

/** Switches between light and dark; shown by the script alone. */
export function AppearanceSwitch({view}: Props): VNode | null {
  if (!isSwitched(view)) return null
  const label = phrasesIn(view.site().language).darkAppearance
  return (
    <IconButton class="appearance-switch" label={label} hidden>
      <Icon class="moon">
        <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z" stroke-linejoin="round" />
      </Icon>
      <Icon class="sun">
        <circle cx="12" cy="12" r="4" />
        <path
          d="M12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M4.9 4.9l1.8 1.8M17.3 17.3l1.8 1.8M4.9 19.1l1.8-1.8M17.3 6.7l1.8-1.8"
          stroke-linecap="round"
        />
      </Icon>
    </IconButton>
  )
}

/** Light or dark where the site has only one of them. */
export function fixedAppearance(view: Questions): 'light' | 'dark' | undefined {
  const {appearance} = view.site().theme
  return appearance === 'light' || appearance === 'dark' ? appearance : undefined
}

function isSwitched(view: Questions): boolean {
  return view.site().theme.appearance === 'switch'
}
