import type {Html} from '#src/model/view.ts'

/** Start of a link within the page, in a tag: text has no bare `<`. */
const ownLink = /(<a\s[^>]*?\bhref=")#/g

/** HTML whose links within the page lead to that page: those of footnotes, which are no slots, since they are the same wherever it is. */
export function withAbsoluteMarks(html: Html, permalink: string): Html {
  return html.includes('href="#')
    ? (html.replace(ownLink, (_, start) => `${start}${permalink}#`) as Html)
    : html
}
