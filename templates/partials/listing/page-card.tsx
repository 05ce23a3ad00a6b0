import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {PrimaryCategory} from '../article/categories.tsx'
import {DateText} from '../date.tsx'
import {Picture} from '../picture.tsx'
import {ReadingTime} from '../reading-time.tsx'

interface Props {
  readonly view: Questions
  readonly page: Page
  /** Whether the card is large and first on its page. */
  readonly large?: boolean
}

/** As wide as half of the page, or as the screen. */
const largeImage = {crop: {width: 640, height: 360}, sizes: '(min-width: 52em) 36rem, 100vw'}

/** As wide as a column. */
const smallImage = {crop: {width: 384, height: 216}, sizes: '(max-width: 34em) 100vw, 24rem'}

/** A page as others show it: title, image, description and facts. */
export function PageCard({view, page, large}: Props): VNode {
  // Not the excerpt: a listing that prints text of a body is rendered again with every edit of it.
  const description = page.shortDescription ?? page.description
  const {previewImage, smallPreviewImage = previewImage} = page
  const image = large === true ? (previewImage ?? smallPreviewImage) : smallPreviewImage
  const shownAs = large === true ? largeImage : smallImage
  return (
    <article class="card">
      <h2>
        <a href={view.href(page)}>{page.title}</a>
      </h2>
      {image !== undefined && <Picture view={view} src={image} first={large === true} {...shownAs} />}
      {description !== undefined && <p>{description}</p>}
      <p class="facts">
        {page.date !== undefined && <DateText view={view} date={page.date} />}
        <ReadingTime view={view} page={page} />
        <PrimaryCategory view={view} page={page} />
      </p>
    </article>
  )
}
