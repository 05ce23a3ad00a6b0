import type {PageDate, Questions} from 'galley'
import type {VNode} from 'preact'
import {formatsIn} from './formats.ts'

interface Props {
  readonly view: Questions
  readonly date: PageDate
}

/** A calendar day in the site's language, as the author wrote it. */
export function DateText({view, date: {day}}: Props): VNode {
  return <time datetime={day}>{formatsIn(view.site().language).day(day)}</time>
}
