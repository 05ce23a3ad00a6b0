import type {
  FeedConfig,
  ImagesConfig,
  RobotsConfig,
  SiteConfig,
  SocialImagesConfig
} from '#src/model/site-config.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {FeedRules, ImagesRules, RobotsRules, SocialImagesRules, WebRules} from './web-rules.ts'
import {feedFormats} from './web-schema.ts'

/**
 * What is there beside pages, with all defaults filled in.
 *
 * @param isAddressKnown
 *   Whether anybody said where the site will be. Feeds, sitemaps and link previews hold absolute addresses alone: those of a site that has none yet
 *   would be wrong.
 */
export function toWebConfig(
  {
    feed = {},
    sitemap = true,
    robots = {},
    manifest = {},
    llms = false,
    socialImages = false,
    images = false,
    search = false
  }: WebRules,
  isAddressKnown: boolean
): Pick<SiteConfig, keyof WebRules> {
  return {
    feed: isAddressKnown && toFeedConfig(feed),
    sitemap: isAddressKnown && sitemap,
    robots: isAddressKnown && toRobotsConfig(robots),
    llms: isAddressKnown && llms !== false && {full: llms === true || (llms.full ?? true)},
    manifest: manifest !== false && {...manifest, display: manifest.display ?? 'browser'},
    socialImages: isAddressKnown && toSocialImagesConfig(socialImages),
    images: toImagesConfig(images),
    search
  }
}

function toFeedConfig(rules: FeedRules | false): FeedConfig | false {
  if (rules === false) return false
  const {formats = feedFormats, limit = 20, content = 'full', sections = true, terms = []} = rules
  return {formats: [...new Set(formats)], limit, content, sections, terms: [...new Set(terms)]}
}

function toRobotsConfig(rules: RobotsRules | false): RobotsConfig | false {
  return rules !== false && {disallow: rules.disallow ?? [], block: rules.block ?? []}
}

function toSocialImagesConfig(rules: SocialImagesRules | boolean): SocialImagesConfig | false {
  if (rules === false) return false
  const {fonts = []} = rules === true ? {} : rules
  return {fonts: fonts.map((path) => path.normalize('NFC') as SourcePath)}
}

function toImagesConfig(rules: ImagesRules | boolean): ImagesConfig | false {
  if (rules === false) return false
  const {
    widths = [480, 800, 1200, 1600, 2400],
    formats = ['avif', 'webp'],
    quality,
    sizes
  } = rules === true ? {} : rules
  return {
    widths: [...new Set(widths)].sort((a, b) => a - b),
    formats: [...new Set(formats)],
    quality: {avif: 55, webp: 78, jpeg: 80, ...quality},
    // The measure of the theme's text.
    sizes: sizes ?? '(min-width: 46rem) 44rem, 100vw'
  }
}
