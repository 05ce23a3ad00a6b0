import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {formatsIn} from '../formats.ts'
import {phrasesIn} from '../phrases.ts'

interface Props {
  readonly view: Questions
  readonly page: Page
}

/** The authors' names, joined as the site's language does it. The caller sees to it that there is one. */
export function Authors({view, page}: Props): VNode {
  const {language} = view.site()
  const {by} = phrasesIn(language)
  const links = authorLinks(view, page, view.href)
  // Names are formatted as indices, so that equal names keep their own links.
  const parts = formatsIn(language).list(page.authors.length)
  return (
    <span>
      {by !== '' && `${by} `}
      {parts.map(({type, value}) => {
        if (type === 'literal') return value
        const name = page.authors[Number(value)]
        const link = links[Number(value)]
        return link === undefined ? (
          name
        ) : (
          <a key={value} href={link} rel="author">
            {name}
          </a>
        )
      })}
    </span>
  )
}

/** One address or nothing for each author, of a term as `addressOf` tells it. `author_link` is the first author's. */
export function authorLinks(
  view: Questions,
  page: Page,
  addressOf: Questions['href']
): ReadonlyArray<string | undefined> {
  const terms = view.termsOf(page, 'authors')
  // Terms come in the page's order, but two spellings of a name may be one term.
  const isAligned = terms.length === page.authors.length
  return page.authors.map((author, index) => {
    if (index === 0 && page.authorLink !== undefined) return page.authorLink
    const term = isAligned ? terms[index] : terms.find(({name}) => name === author)
    return term === undefined ? undefined : addressOf(term)
  })
}
