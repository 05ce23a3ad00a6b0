import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {formatsIn} from './formats.ts'
import {phrasesIn} from './phrases.ts'

interface Props {
  readonly view: Questions
  readonly page: Page
}

/** How long the text takes to read: `5 min read`. */
export function ReadingTime({view, page}: Props): VNode {
  const {language} = view.site()
  const duration = formatsIn(language).minutes(view.readingMinutes(page))
  return <span>{phrasesIn(language).readingTime(duration)}</span>
}
