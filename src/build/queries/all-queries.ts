import type {Query} from '#src/graph/query.ts'
import * as address from './address.ts'
import * as addresses from './addresses.ts'
import * as anchors from './anchors.ts'
import * as authoredRoutes from './authored-routes.ts'
import * as backlinks from './backlinks.ts'
import * as checkAddresses from './check-addresses.ts'
import * as checkLinks from './check-links.ts'
import * as checkRedirects from './check-redirects.ts'
import * as checks from './checks.ts'
import * as contentSecurity from './content-security.ts'
import * as defaults from './defaults.ts'
import * as documents from './documents.ts'
import * as feedLinks from './feed-links.ts'
import * as feedSources from './feed-sources.ts'
import * as hostHeaders from './host-headers.ts'
import * as hostedSite from './hosted-site.ts'
import * as images from './images.ts'
import * as inputs from './inputs.ts'
import * as linkTargets from './link-targets.ts'
import * as listedPages from './listed-pages.ts'
import * as listingRoutes from './listing-routes.ts'
import * as listings from './listings.ts'
import * as markdown from './markdown.ts'
import * as output from './output.ts'
import * as packages from './packages.ts'
import * as pageChecks from './page-checks.ts'
import * as pages from './pages.ts'
import * as publishing from './publishing.ts'
import * as recordedUrls from './recorded-urls.ts'
import * as redirects from './redirects.ts'
import * as related from './related.ts'
import * as routes from './routes.ts'
import * as search from './search.ts'
import * as sections from './sections.ts'
import * as settings from './settings.ts'
import * as siteFiles from './site-files.ts'
import * as siteRoutes from './site-routes.ts'
import * as sitemap from './sitemap.ts'
import * as socialImageRoutes from './social-image-routes.ts'
import * as socialImages from './social-images.ts'
import * as templates from './templates.ts'
import * as terms from './terms.ts'
import * as text from './text.ts'
import * as wikilinks from './wikilinks.ts'

/** As they build on each other: a site reads from its inputs to its output. */
const modules = [
  ...[inputs, settings, documents, defaults, publishing, pages, listedPages, sections, terms, listings],
  ...[
    listingRoutes,
    feedSources,
    sitemap,
    siteFiles,
    markdown,
    packages,
    socialImageRoutes,
    authoredRoutes,
    address,
    redirects,
    hostHeaders,
    hostedSite,
    siteRoutes,
    addresses,
    wikilinks,
    images,
    checks,
    checkRedirects,
    pageChecks,
    related,
    backlinks,
    routes,
    feedLinks,
    checkAddresses,
    text,
    search,
    templates,
    socialImages,
    output,
    anchors,
    checkLinks,
    recordedUrls,
    linkTargets,
    contentSecurity
  ]
]

/** Every query of a site: what a trace may name. A query takes part by being exported from its file. */
export const allQueries: ReadonlyArray<Query<never, unknown>> = modules.flatMap((module) =>
  Object.values(module).filter(isQuery)
)

function isQuery(value: unknown): value is Query<never, unknown> {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
}
