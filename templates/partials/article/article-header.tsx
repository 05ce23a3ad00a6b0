import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {DateText} from '../date.tsx'
import {phrasesIn} from '../phrases.ts'
import {Picture} from '../picture.tsx'
import {ReadingTime} from '../reading-time.tsx'
import {Title} from '../title.tsx'
import {Authors} from './authors.tsx'
import {Categories} from './categories.tsx'

interface Props {
  readonly view: Questions
  readonly page: Page
}

/** Title, description, the facts about an article, and its image; no title where the body begins with it. */
export function ArticleHeader({view, page}: Props): VNode {
  const {date, lastmod} = page
  const isUpdated = lastmod !== undefined && lastmod.day !== date?.day
  return (
    <header class="article-header">
      <Categories view={view} page={page} />
      {!page.isTitleInBody && <Title title={page.title} description={page.description} />}
      <p class="facts">
        {page.authors.length > 0 && <Authors view={view} page={page} />}
        {date !== undefined && <DateText view={view} date={date} />}
        {isUpdated && (
          <span>
            {phrasesIn(view.site().language).updated} <DateText view={view} date={lastmod} />
          </span>
        )}
        <ReadingTime view={view} page={page} />
      </p>
      {page.previewImage !== undefined && (
        <Picture class="preview" view={view} src={page.previewImage} first={true} />
      )}
    </header>
  )
}
