import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {phrasesIn} from '../phrases.ts'

interface Props {
  readonly view: Questions
  readonly page: Page
}

/**
 * Links to the pages before and after in the section; nothing when the page stands alone. Where the newest comes first, older ones are
 * to the left nevertheless: readers go on in the order of time.
 */
export function NeighborLinks({view, page}: Props): VNode | null {
  const {previous, next} = view.neighbors(page)
  if (previous === undefined && next === undefined) return null
  const phrases = phrasesIn(view.site().language)
  const isReversed = view.isNewestFirst(page)
  const [left, right] = isReversed ? [next, previous] : [previous, next]
  // A page that is first by its weight is not newer, whatever its date.
  const isInTime = (other: Page): boolean => isReversed && view.isNewestFirst(other)
  return (
    <nav class="neighbors" aria-label={phrases.neighbors}>
      {left !== undefined && (
        <a class="previous" rel="prev" href={view.href(left)}>
          <span>{isInTime(left) ? phrases.older : phrases.previous}</span> {left.title}
        </a>
      )}
      {right !== undefined && (
        <a class="next" rel="next" href={view.href(right)}>
          <span>{isInTime(right) ? phrases.newer : phrases.next}</span> {right.title}
        </a>
      )}
    </nav>
  )
}
