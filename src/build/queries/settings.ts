import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import {ownValue} from '#src/model/own-value.ts'
import type {MenuItem, SectionConfig, SiteConfig, TaxonomyConfig} from '#src/model/site-config.ts'
import type {SiteView} from '#src/model/view.ts'
import {basePathOf} from '#src/routing/href.ts'
import {markBase} from '#src/routing/url-style.ts'
import {nearest, readConfig, sectionRules} from './read-config.ts'

/** What templates may know of the site. */
export const siteView: Query<null, SiteView> = defineStoredQuery('siteView', (context) => {
  const config = readConfig(context)
  const {title, description, baseUrl, isAddressKnown, language, timeZone, environment} = config
  const {params, theme, search} = config
  return {title, description, baseUrl, isAddressKnown, language, timeZone, environment, params, theme, search}
})

/** How addresses look. */
export const urlStyle: Query<null, SiteConfig['urls']> = defineStoredQuery(
  'urlStyle',
  (context) => readConfig(context).urls
)

/** Origin and base path as addresses begin: with a mark, where they are to be written in a style of their own. */
export const baseUrl: Query<null, string> = defineStoredQuery('baseUrl', (context) =>
  markBase(readConfig(context).baseUrl, context.read(urlStyle, null) === 'bare')
)

/** The same without the origin. */
export const basePath: Query<null, string> = defineStoredQuery('basePath', ({read}) => {
  const style = read(urlStyle, null)
  return markBase(read(ownBasePath, null), style === 'bare' || style === 'relative')
})

/** Path part of the base URL. */
export const ownBasePath: Query<null, string> = defineStoredQuery('ownBasePath', (context) =>
  basePathOf(readConfig(context).baseUrl)
)

/** Whether anybody said where the site will be. */
export const isAddressKnown: Query<null, boolean> = defineStoredQuery(
  'isAddressKnown',
  (context) => readConfig(context).isAddressKnown
)

/** Language of the site, a BCP 47 tag. */
export const siteLanguage: Query<null, string> = defineStoredQuery(
  'siteLanguage',
  (context) => readConfig(context).language
)

/** IANA name of the site's time zone. */
export const timeZone: Query<null, string> = defineStoredQuery(
  'timeZone',
  (context) => readConfig(context).timeZone
)

/** What decides, beside front matter and date, whether a document is shown. */
export const publishingRules: Query<null, Pick<SiteConfig, 'include' | 'timeZone'>> = defineStoredQuery(
  'publishingRules',
  (context) => {
    const {include, timeZone} = readConfig(context)
    return {include, timeZone}
  }
)

/** All menus by name. */
export const menus: Query<null, SiteConfig['menus']> = defineStoredQuery(
  'menus',
  (context) => readConfig(context).menus
)

/** Entries of a menu; empty when there is none of that name. */
export const menu: Query<string, ReadonlyArray<MenuItem>> = defineStoredQuery(
  'menu',
  ({read}, name) => ownValue(read(menus, null), name) ?? []
)

/** Names of all taxonomies. */
export const taxonomyNames: Query<null, ReadonlyArray<string>> = defineStoredQuery(
  'taxonomyNames',
  (context) => Object.keys(readConfig(context).taxonomies)
)

/** How a taxonomy is presented; `undefined` when there is none of that name. */
export const taxonomyRules: Query<string, Omit<TaxonomyConfig, 'allowed'> | undefined> = defineStoredQuery(
  'taxonomyRules',
  (context, name) => {
    const taxonomy = ownValue(readConfig(context).taxonomies, name)
    if (taxonomy === undefined) return undefined
    const {allowed: _, ...rules} = taxonomy
    return rules
  }
)

/** The only names that a taxonomy is to have; `undefined` for any. */
export const allowedTerms: Query<string, ReadonlyArray<string> | undefined> = defineStoredQuery(
  'allowedTerms',
  (context, name) => ownValue(readConfig(context).taxonomies, name)?.allowed
)

/** Title of a taxonomy for readers. */
export const taxonomyTitle: Query<string, string> = defineStoredQuery(
  'taxonomyTitle',
  ({read}, name) => read(taxonomyRules, name)?.title ?? name
)

/** Names of the sections that the configuration speaks of. */
export const configuredSections: Query<null, ReadonlyArray<string>> = defineStoredQuery(
  'configuredSections',
  (context) => Object.keys(readConfig(context).sections).map((name) => name.normalize('NFC'))
)

/** Front matter defaults that the configuration has for a section. */
export const configuredDefaults: Query<string, SectionConfig['defaults']> = defineStoredQuery(
  'configuredDefaults',
  (context, name) => sectionRules(context, name)?.defaults ?? {}
)

/** Pattern for addresses in a section, of the nearest section that has one. */
export const permalinkPattern: Query<string, string | undefined> = defineStoredQuery(
  'permalinkPattern',
  (context, name) => nearest(context, name, ({permalink}) => permalink)
)

/** Order of the pages in a section. */
export const orderIn: Query<string, SiteConfig['order']> = defineStoredQuery(
  'orderIn',
  (context, name) => nearest(context, name, ({order}) => order) ?? readConfig(context).order
)

/** Pages in a part of a section's listing. */
export const pageSizeIn: Query<string, number> = defineStoredQuery(
  'pageSizeIn',
  (context, name) => nearest(context, name, ({pageSize}) => pageSize) ?? readConfig(context).pageSize
)

/** The same, where the configuration says so of that section itself. */
export const ownPageSize: Query<string, number | undefined> = defineStoredQuery(
  'ownPageSize',
  (context, name) => sectionRules(context, name)?.pageSize
)

/** Sections whose pages a section's listing has; `undefined` for its own. */
export const listedSections: Query<string, ReadonlyArray<string> | undefined> = defineStoredQuery(
  'listedSections',
  (context, name) => sectionRules(context, name)?.list
)

/** Which headings are in the contents of a page. */
export const contentsRules: Query<null, SiteConfig['contents']> = defineStoredQuery(
  'contentsRules',
  (context) => readConfig(context).contents
)

/** What the feed brings; `false` where there is none. */
export const feedRules: Query<null, SiteConfig['feed']> = defineStoredQuery(
  'feedRules',
  (context) => readConfig(context).feed
)

/** Whether there is a sitemap. */
export const hasSitemap: Query<null, boolean> = defineStoredQuery(
  'hasSitemap',
  (context) => readConfig(context).sitemap
)

/** What crawlers may visit; `false` where Galley tells them nothing. */
export const robotsRules: Query<null, SiteConfig['robots']> = defineStoredQuery(
  'robotsRules',
  (context) => readConfig(context).robots
)

/** What language models are given; `false` where pages are there as HTML alone. */
export const llmsRules: Query<null, SiteConfig['llms']> = defineStoredQuery(
  'llmsRules',
  (context) => readConfig(context).llms
)

/** What a manifest says beside title, description and icons; `false` where there is none. */
export const manifestRules: Query<null, SiteConfig['manifest']> = defineStoredQuery(
  'manifestRules',
  (context) => readConfig(context).manifest
)

/** How social images are drawn; `false` where there are none. */
export const socialImagesRules: Query<null, SiteConfig['socialImages']> = defineStoredQuery(
  'socialImagesRules',
  (context) => readConfig(context).socialImages
)

/** What is made of images; `false` where they are left as they are. */
export const imagesRules: Query<null, SiteConfig['images']> = defineStoredQuery(
  'imagesRules',
  (context) => readConfig(context).images
)

/** Whether readers can search the site. */
export const hasSearch: Query<null, boolean> = defineStoredQuery(
  'hasSearch',
  (context) => readConfig(context).search
)

/** Hosts that serve the site; empty where nobody said which. */
export const hosting: Query<null, SiteConfig['hosting']> = defineStoredQuery(
  'hosting',
  (context) => readConfig(context).hosting
)

/** Old addresses that the configuration has rules for. */
export const redirectRules: Query<null, SiteConfig['redirects']> = defineStoredQuery(
  'redirectRules',
  (context) => readConfig(context).redirects
)

/** Headers for the answers to some paths; `false` where hosts are told of none. */
export const headerRules: Query<null, SiteConfig['headers']> = defineStoredQuery(
  'headerRules',
  (context) => readConfig(context).headers
)

/** What pages may load beside what they have; `false` where there is no policy. */
export const policyRules: Query<null, SiteConfig['contentSecurityPolicy']> = defineStoredQuery(
  'policyRules',
  (context) => readConfig(context).contentSecurityPolicy
)

/** How articles that belong beside each other are found; `false` where none are. */
export const relatedRules: Query<null, SiteConfig['related']> = defineStoredQuery(
  'relatedRules',
  (context) => readConfig(context).related
)

/** How bad it is to call a component that the site does not have. */
export const unknownComponents: Query<null, SiteConfig['unknownComponents']> = defineStoredQuery(
  'unknownComponents',
  (context) => readConfig(context).unknownComponents
)

/** What becomes of a shortcode that is no component. */
export const unknownShortcodes: Query<null, SiteConfig['unknownShortcodes']> = defineStoredQuery(
  'unknownShortcodes',
  (context) => readConfig(context).unknownShortcodes
)
