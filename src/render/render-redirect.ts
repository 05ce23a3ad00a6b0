import {h} from 'preact'
import {renderHtml} from './render-html.ts'

/** A page that forwards at once, for hosts that know no redirects; search engines take it for a permanent one. */
export function renderRedirect({
  href,
  permalink
}: {
  readonly href: string
  /** Of what it leads to; absent where the site has no address yet. */
  readonly permalink?: string
}): string {
  const shown = permalink ?? href
  return renderHtml(
    () =>
      h('html', {lang: 'en'}, [
        h('head', {}, [
          h('meta', {charset: 'utf-8'}),
          h('title', {}, shown),
          permalink && h('link', {rel: 'canonical', href: permalink}),
          h('meta', {name: 'robots', content: 'noindex'}),
          h('meta', {'http-equiv': 'refresh', content: `0; url=${href}`})
        ]),
        h('body', {}, h('p', {}, ['This page has moved to ', h('a', {href}, shown), '.']))
      ]),
    {}
  )
}
