import type {FeedLink, Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {AppearanceScript} from '../appearance.tsx'
import {Icons} from './icons.tsx'
import type {Metadata} from './metadata.ts'
import {paperColors} from './paper-colors.ts'
import {publishedAddress} from './published-address.ts'
import {SocialMetadata} from './social-metadata.tsx'
import {StructuredData} from './structured-data.tsx'
import {StyleSheets} from './style-sheets.tsx'
import {TextScripts} from './text-scripts.tsx'
import {Translations} from './translations.tsx'

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
  const published = canonical && publishedAddress(view, canonical)
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === site.title ? title : `${title} – ${site.title}`}</title>
      <meta name="color-scheme" content="light dark" />
      {paperColors(view).map(({media, color}) => (
        <meta key={color} name="theme-color" media={media} content={color} />
      ))}
      <AppearanceScript view={view} />
      <StyleSheets view={view} source={source} />
      {source !== undefined && <TextScripts view={view} source={source} />}
      <Icons view={view} />
      {description !== '' && <meta name="description" content={description} />}
      {page !== undefined && <PageMetadata view={view} page={page} />}
      {canonical === undefined && <meta name="robots" content="noindex" />}
      {published !== undefined && <link rel="canonical" href={published} />}
      {[...view.feeds(), ...ownFeeds(view, metadata)].map(feedLink)}
      <SocialMetadata view={view} metadata={metadata} description={description} />
      <StructuredData view={view} metadata={metadata} />
    </head>
  )
}

/** Feeds of the section or term that a page shows or is in. */
function ownFeeds(view: Questions, {page, section, term}: Metadata): ReadonlyArray<FeedLink> {
  if (term !== undefined) return view.feeds({taxonomy: term.taxonomy, term: term.slug})
  const name = page?.section ?? section?.name ?? ''
  return name === '' ? [] : view.feeds({section: name})
}

function feedLink({title, type, href}: FeedLink): VNode {
  return <link key={href} rel="alternate" type={type} title={title} href={href} />
}

function PageMetadata({view, page}: {readonly view: Questions; readonly page: Page}): VNode {
  const markdown = view.markdownHref(page)
  return (
    <>
      {page.authors.map((author) => (
        <meta key={author} name="author" content={author} />
      ))}
      {page.keywords.length > 0 && <meta name="keywords" content={page.keywords.join(', ')} />}
      <Translations view={view} page={page} />
      {markdown !== undefined && <link rel="alternate" type="text/markdown" href={markdown} />}
    </>
  )
}
