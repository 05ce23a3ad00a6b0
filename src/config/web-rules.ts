import type {FeedConfig, ManifestConfig} from '#src/model/site-config.ts'

/** What feeds bring, and which there are. */
export interface FeedRules {
  /** The languages of each feed, the one that pages name first before the others. Default: all, `['atom', 'rss', 'json']`. */
  readonly formats?: FeedConfig['formats']
  /** Articles at most, the newest ones; at least 1. Default: 20. */
  readonly limit?: number
  /** Whole articles or their excerpts. Default: `full`. */
  readonly content?: FeedConfig['content']
  /** Whether each section has feeds of its own, beside those of the site. Default: true. */
  readonly sections?: boolean
  /** Taxonomies whose terms have feeds of their own: `['authors', 'tags']`. Default: none. */
  readonly terms?: FeedConfig['terms']
}

/** What `/robots.txt` says to crawlers, beside where the sitemap is. */
export interface RobotsRules {
  /** Paths that no crawler is to visit: `['/internal/']`, `['/']` for all. Default: none. */
  readonly disallow?: ReadonlyArray<string>
  /** Crawlers that are to visit nothing, by the names that they give themselves: `['GPTBot']`. Default: none. */
  readonly block?: ReadonlyArray<string>
}

/** What `/manifest.webmanifest` says beside title, description and icons. */
export interface ManifestRules {
  /** How much of a browser is around a site that was put on the home screen. Default: `browser`. */
  readonly display?: ManifestConfig['display']
  /** A color of CSS, for what is around the site. Default: none. */
  readonly themeColor?: string
  /** A color of CSS, shown before the site is there. Default: none. */
  readonly backgroundColor?: string
}

/** What language models are given beside HTML. */
export interface LlmsRules {
  /** Whether there is also one file with the Markdown of all pages, `/llms-full.txt`. Default: true. */
  readonly full?: boolean
}

/** What is made of images. */
export interface ImagesRules {
  /** Widths in pixels. An image is never made wider than it is. Default: 480, 800, 1200, 1600 and 2400. */
  readonly widths?: ReadonlyArray<number>
  /** Formats beside the image's own, the best first. Default: AVIF, then WebP. */
  readonly formats?: ReadonlyArray<'avif' | 'webp'>
  /** From 1 to 100. Default: 55 for AVIF, 78 for WebP, 80 for JPEG. */
  readonly quality?: {readonly avif?: number; readonly webp?: number; readonly jpeg?: number}
  /** How wide the images of articles are shown, as in the attribute `sizes`. Default: as the theme shows them. */
  readonly sizes?: string
}

/** How pictures for link previews are drawn. */
export interface SocialImagesRules {
  /** Files of fonts from the site's root, TTF, OTF or WOFF, the best first: `['public/fonts/Title-Bold.ttf']`. Default: none but Inter. */
  readonly fonts?: ReadonlyArray<string>
}

/** What feeds, search engines and other programs get beside the pages. */
export interface WebRules {
  /** Feeds of the newest articles; `false` for none. Made only where there is a `baseUrl`. */
  readonly feed?: FeedRules | false
  /** Whether search engines get a list of all pages, `/sitemap.xml`. Made only where there is a `baseUrl`. Default: true. */
  readonly sitemap?: boolean
  /** Rules for crawlers, `/robots.txt`; `false` for none. Made only for a `baseUrl` without folder. */
  readonly robots?: RobotsRules | false
  /**
   * Whether each page is there as Markdown too, with `/llms.txt` to name them all. Made only where there is a `baseUrl`. Default:
   * false, for it writes a file more for each page.
   */
  readonly llms?: LlmsRules | boolean
  /** A manifest for browsers, `/manifest.webmanifest`; `false` for none. Made only where `public/` has an icon. */
  readonly manifest?: ManifestRules | false
  /**
   * Whether articles without a picture of their own get one with their title, to be shown where people share a link. Made only
   * where there is a `baseUrl`. Needs the packages `satori` and `@resvg/resvg-js`. Default: false.
   */
  readonly socialImages?: SocialImagesRules | boolean
  /**
   * Whether pages show images in the width that a screen needs, as AVIF and WebP. Needs the package `sharp`. Default: false.
   */
  readonly images?: ImagesRules | boolean
  /** Whether readers can search the site. Needs the package `pagefind`. Default: false. */
  readonly search?: boolean
}
