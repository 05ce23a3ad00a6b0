import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {phrasesIn} from '../phrases.ts'

interface Props {
  readonly view: Questions
  readonly page: Page
}

/** Where the page's source can be changed; nothing when the site does not say. */
export function EditLink({view, page}: Props): VNode | null {
  const {language, theme} = view.site()
  if (theme.editUrl === undefined) return null
  return (
    <p class="edit">
      <a href={theme.editUrl.replace(':source', encodeURI(page.source))}>{phrasesIn(language).editPage}</a>
    </p>
  )
}
