import {xmlDocument, xmlElement} from './xml.ts'

/** An address that search engines are told of. */
export interface SitemapEntry {
  readonly permalink: string
  /** RFC 3339. */
  readonly lastmod?: string
}

const attributes = {xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9'}

/** A sitemap (sitemaps.org protocol 0.9). */
export function renderSitemap(entries: ReadonlyArray<SitemapEntry>): string {
  const urls = entries.map(({permalink, lastmod}) =>
    xmlElement('url', {}, [
      xmlElement('loc', {}, permalink),
      ...(lastmod === undefined ? [] : [xmlElement('lastmod', {}, lastmod)])
    ])
  )
  return xmlDocument('urlset', attributes, urls)
}

/** The list of the sitemaps with these permalinks. */
export function renderSitemapIndex(permalinks: ReadonlyArray<string>): string {
  const sitemaps = permalinks.map((permalink) =>
    xmlElement('sitemap', {}, [xmlElement('loc', {}, permalink)])
  )
  return xmlDocument('sitemapindex', attributes, sitemaps)
}
