import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {TextNeeds} from './text-needs.tsx'
import {SiteStyles, ThemeFiles} from './theme-files.tsx'

/** What a page tells browsers, search engines and link previews of itself. */
export interface Metadata {
  readonly title: string
  /** Default: the site's. */
  readonly description?: string | undefined
  /** Permalink. When absent, search engines are asked to leave the page out. */
  readonly canonical?: string
  /** Adds what only a document has: dates, authors, keywords, image. */
  readonly page?: Page
  /** Of the text that is shown, where it is not that of `page`. */
  readonly source?: Page['source'] | undefined
}

interface Props {
  readonly view: Questions
  readonly metadata: Metadata
}

/** The `<head>` element. */
export function Head({view, metadata}: Props): VNode {
  const site = view.site()
  const {canonical, page, title} = metadata
  const source = metadata.source ?? page?.source
  const description = metadata.description ?? site.description
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === site.title ? title : `${title} – ${site.title}`}</title>
      <meta name="color-scheme" content="light dark" />
      <ThemeFiles view={view} />
      {source !== undefined && <TextNeeds view={view} source={source} />}
      <SiteStyles view={view} />
      {description !== '' && <meta name="description" content={description} />}
      {canonical === undefined ? (
        <meta name="robots" content="noindex" />
      ) : (
        <link rel="canonical" href={canonical} />
      )}
      {view.feeds().map(({title, type, href}) => (
        <link key={href} rel="alternate" type={type} title={title} href={href} />
      ))}
      <meta property="og:site_name" content={site.title} />
      <meta property="og:title" content={title} />
      <meta property="og:type" content={page?.kind === 'article' ? 'article' : 'website'} />
      {description !== '' && <meta property="og:description" content={description} />}
      {canonical !== undefined && <meta property="og:url" content={canonical} />}
      {page !== undefined && <PageMetadata view={view} page={page} />}
    </head>
  )
}

function PageMetadata({view, page}: {readonly view: Questions; readonly page: Page}): VNode {
  const image = page.socialPreviewImage ?? page.previewImage
  const isArticle = page.kind === 'article'
  return (
    <>
      {page.authors.map((author) => (
        <meta key={author} name="author" content={author} />
      ))}
      {page.keywords.length > 0 && <meta name="keywords" content={page.keywords.join(', ')} />}
      {image !== undefined && <meta property="og:image" content={view.permalink(image)} />}
      {image !== undefined && <meta name="twitter:card" content="summary_large_image" />}
      {isArticle && page.date && <meta property="article:published_time" content={page.date.iso} />}
      {isArticle && page.lastmod && <meta property="article:modified_time" content={page.lastmod.iso} />}
    </>
  )
}
