import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {UntrackedReadError} from '#src/graph/errors.ts'
import {absent, type Hash} from '#src/graph/hash.ts'
import type {Inputs} from '#src/graph/query.ts'
import {openRevision} from '#src/graph/revision.ts'
import type {Traces} from '#src/graph/traces.ts'
import type {PlacedVariant} from '#src/model/image.ts'
import type {Output} from '#src/model/output.ts'
import type {OutputPath, Route} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {type RelatedSite, relateArticles} from '#src/related/relate-articles.ts'
import {basePathOf} from '#src/routing/href.ts'
import {toOutputPath} from '#src/routing/route-path.ts'
import {variantFolder} from '#src/routing/variant-path.ts'
import type {PublishedUrl} from '#src/site/recorded-urls.ts'
import type {ExternalRequest} from './check-external.ts'
import {findBundled} from './derive/find-bundled.ts'
import {judgeFound} from './judge-found.ts'
import {findUnpublished, type KnownPage, listPages, type Unpublished} from './known-pages.ts'
import {untrackedRead} from './messages.ts'
import {once} from './once.ts'
import {accountOf, type PageAccount} from './page-account.ts'
import {allQueries} from './queries/all-queries.ts'
import {publishedUrls} from './queries/hosts/recorded-urls.ts'
import {placedVariants} from './queries/images/images.ts'
import {sourcesInput, textsInput} from './queries/inputs.ts'
import {type LinkTarget, linkTargets} from './queries/links/link-targets.ts'
import {output} from './queries/output.ts'
import {published} from './queries/publishing.ts'
import {relatableArticles} from './queries/related.ts'
import {routes} from './queries/site-routes.ts'
import type {PublishedFile} from './read/published-files.ts'
import type {ReadInputs} from './read/read-inputs.ts'
import {settleLinks} from './render/settle-links.ts'
import {openProblems, type StateProblems} from './state-problems.ts'

/** Why a site relates no articles: the configuration wants none, or there are more sources than it allows. */
export type Unrelated = 'unwanted' | 'too many'

/** A site at one moment: every file that a build would write, made when it is asked for. */
export interface SiteState extends StateProblems {
  /** Path part of the site's address, with slashes at both ends. */
  readonly basePath: string
  /** Find all routes, which takes front matter alone, instead of when one is first asked for. May throw `MissingDocumentError`. */
  readonly settleRoutes: () => void
  /** Every path that has a file, with its route. */
  readonly routes: ReadonlyMap<OutputPath, Route>
  /** The file at a path; `undefined` where there is none, or none can be made because of errors. May throw `MissingDocumentError`. */
  readonly output: (path: OutputPath) => Output | undefined
  /** Hash of the file at a path, likewise; that of a page that was rendered before is known without rendering it again, if nothing changed. */
  readonly hash: (path: OutputPath) => Hash | undefined
  /** What is made of an image at a path, of those that pages have asked for; `undefined` where there is none. */
  readonly variant: (path: OutputPath) => PlacedVariant | undefined
  /** The style sheet or script at a path, or what one names, of those that pages have asked for; `undefined` where there is none. */
  readonly named: (path: OutputPath) => Output | undefined
  /** Copied files by their paths in the site's folder, as a build would publish them. */
  readonly assets: ReadonlyMap<SourcePath, PublishedFile>
  /** Hashes of the files that are copied, by their paths. */
  readonly copies: () => ReadonlyMap<OutputPath, Hash>
  /** Why a build for readers would not publish the page at a path; `undefined` when it would. */
  readonly unpublished: (path: OutputPath) => Unpublished | undefined
  /** All pages that are made of a source of their own, by source. */
  readonly pages: () => ReadonlyArray<KnownPage>
  /** What the page at a path is made of; `undefined` where there is none. May throw `MissingDocumentError`. */
  readonly account: (path: OutputPath) => PageAccount | undefined
  /** References of all texts to files of the site. Sources must not wait to be compiled. */
  readonly linkTargets: () => ReadonlyArray<LinkTarget>
  /** Links to other sites, of all texts that are shown. Sources must not wait to be compiled. */
  readonly externalLinks: () => Pick<ExternalRequest, 'links' | 'ignore'>
  /** Problems that were found beside those of the site, as bad as the configuration says, without what authors ignore. */
  readonly judge: (others: ReadonlyArray<Diagnostic>) => ReadonlyArray<Diagnostic>
  /** What readers may link to, sorted. Sources must not wait to be compiled. */
  readonly urls: () => ReadonlyArray<PublishedUrl>
  /** Which articles belong beside each other; why not, where none are related. */
  readonly related: () => RelatedSite | Unrelated
  /** How much was reported of what was asked for, so far. */
  readonly reportCount: () => number
}

/** What the next state begins with. */
export interface PastRevision {
  readonly traces: () => Traces
  /** Every path that had a file, and the hash of all routes; absent where nobody has asked for any. */
  readonly known?: () => KnownRoutes | undefined
}

interface KnownRoutes {
  readonly routes: SiteState['routes']
  readonly hash: Hash
}

/** A state, and what the next one begins with. */
export interface OpenRevision extends PastRevision {
  readonly state: SiteState
}

/** What a state stands on. */
export interface RevisionGround {
  readonly inputs: Inputs
  readonly read: ReadInputs
  /** Of reading, compiling and loading, so far. */
  readonly diagnostics: () => ReadonlyArray<Diagnostic>
}

/** Open the state of a site that follows from what was read, with what the state before knows. */
export function openSiteRevision(
  {inputs, read, diagnostics: found}: RevisionGround,
  before: PastRevision
): OpenRevision {
  const {config} = read.inputs
  const revision = openRevision(allQueries, inputs, before.traces())
  let known = before.known?.()
  const findRoutes = once((): KnownRoutes => {
    const hash = revision.hash(routes, null)
    known = hash === known?.hash ? known : {hash, routes: routesByPath(revision.get(routes, null))}
    return known
  })
  const unpublished = (source: SourcePath): Unpublished | undefined =>
    findUnpublished(revision, source, read.inputs)
  let variants: ReadonlyMap<OutputPath, PlacedVariant> = new Map()
  let copies: ReadonlyMap<OutputPath, Hash> | undefined
  const untracked = new Map<OutputPath, Diagnostic>()
  const state: SiteState = {
    basePath: basePathOf(config.site.baseUrl),
    settleRoutes: findRoutes,
    get routes() {
      return findRoutes().routes
    },
    output: (path) => askChecked(path, (route) => revision.get(output, route.path)),
    hash: (path) => {
      const hash = askChecked(path, (route) => revision.hash(output, route.path))
      return hash === absent ? undefined : hash
    },
    variant(path) {
      if (!path.startsWith(variantFolder.slice(1))) return undefined
      if (!variants.has(path)) variants = findVariants()
      return variants.get(path)
    },
    named: (path) => findBundled(revision, path),
    assets: read.inputs.assets,
    copies: () => {
      copies ??= copiesOf(state.routes, read)
      return copies
    },
    unpublished(path) {
      const route = state.routes.get(path)
      return route?.kind === 'page' ? unpublished(route.source) : undefined
    },
    pages: () => listPages(revision, state.routes.values(), unpublished),
    account: (path) => ask(path, (route) => accountOf(revision, route)),
    linkTargets: () =>
      (revision.get(sourcesInput, null) ?? []).flatMap((source) => revision.get(linkTargets, source)),
    externalLinks: () => ({
      ignore: config.site.links.ignore,
      links: revision.get(published, null).flatMap((file) => {
        const links = revision.get(textsInput, file)?.facts.externalLinks ?? []
        return links.map((link) => ({file, ...link}))
      })
    }),
    judge(others) {
      const codes = new Set(others.map(({code}) => code))
      const all = [...found(), ...others]
      return judgeFound(all, config.checks, () => false).filter(({code}) => codes.has(code))
    },
    urls: () => revision.get(publishedUrls, null),
    related: () => {
      const rules = config.site.related
      if (rules === false) return 'unwanted'
      if (!config.markdown.keepsProse) return 'too many'
      return relateArticles(revision.get(relatableArticles, null), rules)
    },
    reportCount: () => revision.reported().length + untracked.size,
    ...openProblems(revision, {checks: config.checks, found: () => [...found(), ...untracked.values()]})
  }
  // A site that is open is asked for one page after the other, and what the others were holds.
  return {state, traces: () => revision.traces('all'), known: () => known}

  function findVariants(): typeof variants {
    const all = revision.argumentsOf(placedVariants).flatMap((wanted) => revision.get(placedVariants, wanted))
    return new Map(all.map((variant) => [toOutputPath(variant.path), variant]))
  }

  /** With what is wrong with the links of the page, which is known beside it. */
  function askChecked<Value>(path: OutputPath, find: (route: Route) => Value): Value | undefined {
    return ask(path, (route) => {
      const value = find(route)
      settleLinks(revision, route)
      return value
    })
  }

  function ask<Value>(path: OutputPath, find: (route: Route) => Value): Value | undefined {
    const route = state.routes.get(path)
    if (route === undefined) return undefined
    try {
      return find(route)
    } catch (error) {
      if (!(error instanceof UntrackedReadError)) throw error
      untracked.set(path, untrackedRead(`templates/${route.kind}.tsx`, route.path))
      return undefined
    }
  }
}

/** Of two routes with one path the first counts. */
function routesByPath(all: ReadonlyArray<Route>): SiteState['routes'] {
  return new Map([...all].reverse().map((route) => [toOutputPath(route.path), route]))
}

function copiesOf(
  byPath: SiteState['routes'],
  {inputs: {assets}}: ReadInputs
): ReadonlyMap<OutputPath, Hash> {
  const copies = new Map<OutputPath, Hash>()
  for (const [path, route] of byPath) {
    if (route.kind === 'asset') copies.set(path, assets.get(route.source)?.hash ?? absent)
  }
  return copies
}
