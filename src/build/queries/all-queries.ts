import type {Query} from '#src/graph/query.ts'
import * as authoredRoutes from './authored-routes.ts'
import * as budgets from './budgets.ts'
import * as bundledFiles from './bundled-files.ts'
import * as checkSettings from './check-settings.ts'
import * as checks from './checks.ts'
import * as claims from './claims.ts'
import * as defaults from './defaults.ts'
import * as documents from './documents.ts'
import * as feedLinks from './feeds/feed-links.ts'
import * as feedSources from './feeds/feed-sources.ts'
import * as markdown from './feeds/markdown.ts'
import * as siteFiles from './feeds/site-files.ts'
import * as sitemap from './feeds/sitemap.ts'
import * as checkRedirects from './hosts/check-redirects.ts'
import * as contentSecurity from './hosts/content-security.ts'
import * as hostHeaders from './hosts/host-headers.ts'
import * as hostedSite from './hosts/hosted-site.ts'
import * as recordedUrls from './hosts/recorded-urls.ts'
import * as redirects from './hosts/redirects.ts'
import * as images from './images/images.ts'
import * as socialImageRoutes from './images/social-image-routes.ts'
import * as socialImages from './images/social-images.ts'
import * as inputs from './inputs.ts'
import * as address from './links/address.ts'
import * as addresses from './links/addresses.ts'
import * as anchors from './links/anchors.ts'
import * as backlinks from './links/backlinks.ts'
import * as checkAddresses from './links/check-addresses.ts'
import * as checkLinks from './links/check-links.ts'
import * as configReferences from './links/config-references.ts'
import * as linkTargets from './links/link-targets.ts'
import * as mentions from './links/mentions.ts'
import * as orphans from './links/orphans.ts'
import * as wantedParts from './links/wanted-parts.ts'
import * as wikilinks from './links/wikilinks.ts'
import * as documentation from './listings/documentation.ts'
import * as listedPages from './listings/listed-pages.ts'
import * as listingRoutes from './listings/listing-routes.ts'
import * as listings from './listings/listings.ts'
import * as sections from './listings/sections.ts'
import * as terms from './listings/terms.ts'
import * as output from './output.ts'
import * as packages from './packages.ts'
import * as pageChecks from './page-checks.ts'
import * as pages from './pages.ts'
import * as publishing from './publishing.ts'
import * as related from './related.ts'
import * as rendered from './rendered.ts'
import * as search from './search.ts'
import * as settings from './settings.ts'
import * as siteChecks from './site-checks.ts'
import * as siteRoutes from './site-routes.ts'
import * as templates from './templates.ts'
import * as text from './text.ts'

/** As they build on each other: a site reads from its inputs to its output. */
const modules = [
  ...[
    inputs,
    settings,
    checkSettings,
    bundledFiles,
    documents,
    defaults,
    publishing,
    pages,
    claims,
    documentation,
    listedPages,
    sections,
    terms,
    listings
  ],
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
    configReferences,
    wikilinks,
    images,
    checks,
    checkRedirects,
    pageChecks,
    related,
    orphans,
    backlinks,
    siteChecks,
    feedLinks,
    checkAddresses,
    text,
    search,
    templates,
    socialImages,
    rendered,
    output,
    anchors,
    checkLinks,
    recordedUrls,
    linkTargets,
    mentions,
    wantedParts,
    budgets,
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
