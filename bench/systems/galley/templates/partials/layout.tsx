import type {Questions} from 'galley'
import type {ComponentChildren, VNode} from 'preact'
import {SiteFooter} from './site-footer.tsx'
import {SiteHeader} from './site-header.tsx'

interface Props {
  readonly view: Questions
  readonly path: string
  readonly title: string
  readonly description?: string | undefined
  readonly children: ComponentChildren
}

/** The HTML document around the main part of a page. */
export function Layout({view, path, title, description, children}: Props): VNode {
  const site = view.site()
  return (
    <html lang={site.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{`${title} – ${site.title}`}</title>
        <meta name="description" content={description ?? site.description} />
        <link rel="canonical" href={view.permalink(path)} />
        <link rel="stylesheet" href={view.href('/style.css')} />
        <link rel="alternate" type="application/rss+xml" href="/feed.xml" />
      </head>
      <body>
        <SiteHeader view={view} />
        <main>{children}</main>
        <SiteFooter view={view} />
      </body>
    </html>
  )
}
