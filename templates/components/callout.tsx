import type {ComponentProps} from 'galley'
import type {VNode} from 'preact'
import {phrasesIn} from '../partials/phrases.ts'

export const attributes = {
  kind: ['note', 'info', 'tip', 'important', 'warning', 'caution', 'danger'],
  /** Whether readers can fold it, and how it is at first. */
  fold: ['never', 'open', 'closed'],
  /** Whether its content starts with a title of its own. */
  titled: 'flag'
} as const

type Props = ComponentProps<typeof attributes>

/** A note beside the text: `> [!NOTE]` or `:::note[Title]`. */
export default function Callout({kind, fold, titled, id, class: given, children, view}: Props): VNode {
  const name = ['callout', kind, given].filter(Boolean).join(' ')
  const title = phrasesIn(view.site().language).callouts[kind]
  if (fold === 'never') {
    return (
      <div id={id} class={name} role="note">
        {!titled && <p class="callout-title">{title}</p>}
        {children}
      </div>
    )
  }
  return (
    <details id={id} class={name} open={fold === 'open'}>
      {!titled && <summary class="callout-title">{title}</summary>}
      {children}
    </details>
  )
}
