import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {formatsIn} from '../formats.ts'
import {phrasesIn} from '../phrases.ts'

interface Props {
  readonly view: Questions
  readonly page: Page
}

/** Which part of its series an article is, and the others; nothing for an article that is alone in it. */
export function SeriesBox({view, page}: Props): VNode | null {
  const [series] = view.termsOf(page, 'series')
  if (series === undefined) return null
  const term = {taxonomy: series.taxonomy, slug: series.slug}
  const parts = view.pages({term})
  const index = parts.findIndex(({path}) => path === page.path)
  if (index === -1 || parts.length < 2) return null
  const {language} = view.site()
  const {number} = formatsIn(language)
  const part = phrasesIn(language).seriesPart(number(index + 1), number(parts.length))
  return (
    <nav class="series" aria-label={series.name}>
      <details>
        <summary>
          {series.name} · {part}
        </summary>
        <ol>
          {parts.map(({path, title}) => (
            <li key={path}>
              {path === page.path ? (
                <span aria-current="page">{title}</span>
              ) : (
                <a href={view.href(path)}>{title}</a>
              )}
            </li>
          ))}
        </ol>
      </details>
    </nav>
  )
}
