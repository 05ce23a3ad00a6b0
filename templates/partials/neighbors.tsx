import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {phrasesIn} from './phrases.ts'

interface Props {
  readonly view: Questions
  readonly page: Page
}

/** Links to the pages before and after in the section; nothing when the page stands alone. */
export function NeighborLinks({view, page}: Props): VNode | null {
  const {previous, next} = view.neighbors(page)
  if (previous === undefined && next === undefined) return null
  const phrases = phrasesIn(view.site().language)
  return (
    <nav class="neighbors" aria-label={phrases.neighbors}>
      {previous !== undefined && (
        <a class="previous" rel="prev" href={view.href(previous)}>
          <span>{phrases.previous}</span> {previous.title}
        </a>
      )}
      {next !== undefined && (
        <a class="next" rel="next" href={view.href(next)}>
          <span>{phrases.next}</span> {next.title}
        </a>
      )}
    </nav>
  )
}
