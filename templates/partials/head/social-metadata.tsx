import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {authorLinks} from '../article/authors.tsx'
import {localeOf} from './locale.ts'
import type {Metadata} from './metadata.ts'
import {publishedAddress} from './published-address.ts'
import {socialImageOf} from './social-image.ts'

interface Props {
  readonly view: Questions
  readonly metadata: Metadata
  /** Empty where there is none. */
  readonly description: string
}

/** What link previews show: Open Graph, and what X reads beside it. */
export function SocialMetadata({view, metadata, description}: Props): VNode {
  const site = view.site()
  const {title, canonical, page, term} = metadata
  const image = socialImageOf(view, page)
  const isArticle = page?.kind === 'article'
  const url = canonical && publishedAddress(view, canonical)
  const type = term?.taxonomy === 'authors' ? 'profile' : isArticle ? 'article' : 'website'
  return (
    <>
      <meta property="og:site_name" content={site.title} />
      <meta property="og:title" content={title} />
      <meta property="og:type" content={type} />
      <meta property="og:locale" content={localeOf(site.language)} />
      {description !== '' && <meta property="og:description" content={description} />}
      {url !== undefined && <meta property="og:url" content={url} />}
      {image !== undefined && <meta property="og:image" content={image.permalink} />}
      {image?.width && <meta property="og:image:width" content={String(image.width)} />}
      {image?.height && <meta property="og:image:height" content={String(image.height)} />}
      <meta name="twitter:card" content={image === undefined ? 'summary' : 'summary_large_image'} />
      {isArticle && page !== undefined && <ArticleMetadata view={view} page={page} />}
    </>
  )
}

function ArticleMetadata({view, page}: {readonly view: Questions; readonly page: Page}): VNode {
  const {date, lastmod, category} = page
  // Open Graph wants addresses of authors here, not their names.
  const authors = authorLinks(view, page, view.permalink).flatMap(
    (link) => (link && publishedAddress(view, link)) ?? []
  )
  return (
    <>
      {date && <meta property="article:published_time" content={date.iso} />}
      {lastmod && <meta property="article:modified_time" content={lastmod.iso} />}
      {category !== undefined && <meta property="article:section" content={category} />}
      {authors.map((link) => (
        <meta key={link} property="article:author" content={link} />
      ))}
      {view.termsOf(page, 'tags').map(({slug, name}) => (
        <meta key={slug} property="article:tag" content={name} />
      ))}
    </>
  )
}
