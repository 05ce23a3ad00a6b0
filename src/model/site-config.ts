import type {QuietCode} from '#src/diagnostics/quiet-codes.ts'
import type {Encoding} from './compressor.ts'
import type {HostName} from './host-name.ts'
import type {HeaderConfig} from './hosted-site.ts'
import type {JsonObject} from './json.ts'
import type {RedirectConfig} from './redirect.ts'
import type {RelatedConfig} from './related.ts'
import type {OrderKey} from './selector.ts'
import type {SourcePath} from './source.ts'
import type {ThemeOptions} from './theme-options.ts'

/** An entry of a menu. */
export interface MenuItem {
  readonly name: string
  /** A route path (`/about/`), a source (`content/about.md`) or an absolute URL. */
  readonly url: string
  readonly children: ReadonlyArray<MenuItem>
}

/** How one taxonomy is presented. */
export interface TaxonomyConfig {
  readonly title: string
  /** Route path of its index, with slashes at both ends: `/tags/`. */
  readonly path: string
  /** Pages per listing, at least 1. */
  readonly pageSize: number
  /** Order of the pages of a term; that of the site where it is absent. */
  readonly order?: ReadonlyArray<OrderKey>
  /** The only names that its terms are to have. */
  readonly allowed?: ReadonlyArray<string>
}

/** Bytes that a page may have at most; as many as it has where nothing is said. */
export interface PageBudget {
  readonly html?: number
  /** Of all style sheets of the site that it loads. */
  readonly css?: number
  /** Of all scripts of the site that it loads. */
  readonly script?: number
}

/** Rules for a section and those below it. */
export interface SectionConfig {
  /** Pattern for route paths: `/:section/:year/:month/:slug/`. */
  readonly permalink?: string
  readonly order?: ReadonlyArray<OrderKey>
  readonly pageSize?: number
  /** Names of the sections whose pages its listing has, with those below. */
  readonly list?: ReadonlyArray<string>
  /** Front matter defaults, by the names authors write. */
  readonly defaults: JsonObject
  /** Bytes of an image at most; those of the site where it is absent. */
  readonly imageBudget?: number
  /** Over that of the site, and of the sections around. */
  readonly pageBudget?: PageBudget
}

/** Which headings are in the contents of a page. */
export interface ContentsConfig {
  /** First and last level, 1 to 6. */
  readonly from: number
  readonly to: number
  /** With fewer headings a page has contents only when its author asks for them. */
  readonly minHeadings: number
}

/** A language that programs which follow sites read. */
export type FeedFormat = 'atom' | 'rss' | 'json'

/** What feeds bring, and which there are beside those of the whole site. */
export interface FeedConfig {
  /** Each feed is made in all of them; the first is the one that pages name first. */
  readonly formats: ReadonlyArray<FeedFormat>
  /** Articles at most, at least 1. */
  readonly limit: number
  /** Whether they bring whole articles or their excerpts. */
  readonly content: 'full' | 'excerpt'
  /** Whether each section has feeds of its own. */
  readonly sections: boolean
  /** Names of the taxonomies whose terms have feeds of their own. */
  readonly terms: ReadonlyArray<string>
}

/** What crawlers may visit. */
export interface RobotsConfig {
  /** Paths that none of them is to visit; they begin with `/`. */
  readonly disallow: ReadonlyArray<string>
  /** Crawlers that are to visit nothing, by the names that they give themselves. */
  readonly block: ReadonlyArray<string>
}

/** What language models are given beside HTML. */
export interface LlmsConfig {
  /** Whether there is one file with the Markdown of all pages. */
  readonly full: boolean
}

/** What is made of images, for browsers to choose from. */
export interface ImagesConfig {
  /** In pixels, ascending. */
  readonly widths: ReadonlyArray<number>
  /** Beside the image's own format, the best first. */
  readonly formats: ReadonlyArray<'avif' | 'webp'>
  /** 1 to 100. */
  readonly quality: Readonly<Record<'avif' | 'webp' | 'jpeg', number>>
  /** How wide images in articles are shown, as the attribute `sizes` has it. */
  readonly sizes: string
}

/** How pictures are made for articles that bring none. */
export interface SocialImagesConfig {
  /** Files of fonts from the site's root, the best first. */
  readonly fonts: ReadonlyArray<SourcePath>
}

/** How browsers show a site that a reader put on the home screen. */
export interface ManifestConfig {
  /** How much of a browser is around the site. */
  readonly display: 'browser' | 'minimal-ui' | 'standalone' | 'fullscreen'
  /** Colors of CSS: of what is around the site, and before it is there. */
  readonly themeColor?: string
  readonly backgroundColor?: string
}

/**
 * How addresses look: `/a/` for `a/index.html`, `/a.html`, `/a` for `a.html`, or as `/a/` but seen from where they stand, to files (`../a/index.html`),
 * so that the site can be looked at without a server.
 */
export type UrlStyle = 'folder' | 'html' | 'bare' | 'relative'

/** The configuration that pages and templates depend on: plain data, defaults filled in. */
export interface SiteConfig {
  readonly title: string
  readonly description: string
  /** Origin and base path with a final slash: `https://example.org/blog/`. */
  readonly baseUrl: string
  /** Whether anybody said where the site will be. Else `baseUrl` is `http://localhost/`, and no address with it is for readers or machines. */
  readonly isAddressKnown: boolean
  readonly urls: UrlStyle
  /** BCP 47: `en`, `de-CH`. */
  readonly language: string
  /** IANA name: `Europe/Berlin`. */
  readonly timeZone: string
  readonly environment: string
  readonly params: JsonObject
  readonly menus: Readonly<Record<string, ReadonlyArray<MenuItem>>>
  readonly taxonomies: Readonly<Record<string, TaxonomyConfig>>
  /** By section name; the empty name is the whole site. */
  readonly sections: Readonly<Record<string, SectionConfig>>
  readonly order: ReadonlyArray<OrderKey>
  readonly pageSize: number
  readonly contents: ContentsConfig
  /** Bytes of an image at most. */
  readonly imageBudget: number
  readonly pageBudget: PageBudget
  readonly theme: ThemeOptions
  /** `false` where there is none, as for a site whose address nobody gave. */
  readonly feed: FeedConfig | false
  /** Whether there is one; never for a site whose address nobody gave. */
  readonly sitemap: boolean
  /** `false` where Galley writes none; never for a site whose address nobody gave. */
  readonly robots: RobotsConfig | false
  /** `false` where pages are there as HTML alone. */
  readonly llms: LlmsConfig | false
  /** `false` where there is none. */
  readonly manifest: ManifestConfig | false
  /** Pictures for articles that bring none; `false` where there are to be none, as for a site whose address nobody gave. */
  readonly socialImages: SocialImagesConfig | false
  /** What is made of images; `false` where they are left as they are. */
  readonly images: ImagesConfig | false
  /** Whether readers can search the site. */
  readonly search: boolean
  /** Hosts that serve the site; empty where nobody said which. */
  readonly hosting: ReadonlyArray<HostName>
  readonly redirects: ReadonlyArray<RedirectConfig>
  /** Beside those that every site gets; `false` where hosts are told of none. */
  readonly headers: ReadonlyArray<HeaderConfig> | false
  /** In which encodings each text has a file beside it. */
  readonly compress: ReadonlyArray<Encoding>
  /** What pages may load beside what they have, by directive; `false` where there is no policy. */
  readonly contentSecurityPolicy: Readonly<Record<string, ReadonlyArray<string>>> | false
  /** `false` where no article has others beside it. */
  readonly related: RelatedConfig | false
  /** Codes of problems that are looked for only where somebody wants them. */
  readonly wantedChecks: ReadonlyArray<QuietCode>
  readonly links: {readonly ignore: ReadonlyArray<string>}
  /** How bad it is to call a component that the site does not have. */
  readonly unknownComponents: 'warn' | 'error'
  /** What becomes of a shortcode that is no component. */
  readonly unknownShortcodes: 'error' | 'text'
  readonly include: {readonly drafts: boolean; readonly future: boolean; readonly expired: boolean}
}
