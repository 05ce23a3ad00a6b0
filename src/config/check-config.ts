import type {CheckRules} from '#src/diagnostics/apply-rules.ts'
import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {AssetTransform} from '#src/model/asset-transform.ts'
import type {DeployConfig} from '#src/model/deploy-config.ts'
import {rootHosts} from '#src/model/host-name.ts'
import type {JsonObject} from '#src/model/json.ts'
import type {LoadedConfig} from '#src/model/loaded-config.ts'
import type {MarkdownOptions} from '#src/model/markdown-options.ts'
import type {StandardSchema} from '#src/model/schema.ts'
import type {ContentsConfig, MenuItem, PageBudget, SectionConfig, SiteConfig} from '#src/model/site-config.ts'
import {isBaseUrl} from './config-schema.ts'
import type {BudgetRules, Config, ContentsRules, MenuEntry} from './define-config.ts'
import {isMapping, mergeSettings} from './merge-settings.ts'
import {parseConfig} from './parse-config.ts'
import {toRelatedConfig} from './related-rules.ts'
import {sectionName} from './section-name.ts'
import {toThemeOptions} from './theme-rules.ts'
import {toChecks, toWantedChecks} from './to-checks.ts'
import {toHostingConfig} from './to-hosting-config.ts'
import {toMarkdownOptions} from './to-markdown-options.ts'
import {toTaxonomies} from './to-taxonomies.ts'
import {toWebConfig} from './to-web-config.ts'

/** A configuration with all defaults filled in. */
export interface ResolvedConfig {
  readonly site: SiteConfig
  /** The plugins' own remark and rehype plugins come after those of `markdown`. */
  readonly markdown: MarkdownOptions
  /** Whether the content is a stranger's. */
  readonly isUntrusted: boolean
  /** Whether published images keep what cameras noted in them. */
  readonly keepsMetadata: boolean
  /** What addresses begin with whose files are to lie in this site. */
  readonly vendor: ReadonlyArray<string>
  /** What plugins make of style sheets and scripts. */
  readonly transforms: ReadonlyArray<AssetTransform>
  /** Schemas of `params` by section name. */
  readonly schemas: Readonly<Record<string, StandardSchema>>
  /** No input of any page: who changes one has nothing rendered again. */
  readonly checks: SiteChecks
  /** Where the site is deployed to; no input of any page either. Absent where nobody said. */
  readonly deploy?: DeployConfig
  /** `galley.config.ts`, also when the site has none: what diagnostics name. */
  readonly file: string
  /** Of that file, for the place of a key; empty where the value is not what is written. */
  readonly text: string
  /** Of the configuration's file and all that it imports. */
  readonly hash: string
}

/** How bad problems are to be. */
export interface SiteChecks {
  readonly site: CheckRules
  /** By section name, over those of the site and of the sections around. */
  readonly sections: Readonly<Record<string, CheckRules>>
}

/** Whether a configuration says how bad anything is to be. */
export function hasRules({site, sections}: SiteChecks): boolean {
  return Object.keys(site).length + Object.keys(sections).length > 0
}

/** What the command line says over the configuration. */
export interface ConfigOverrides {
  /** Replaces `baseUrl` of the configuration. */
  readonly baseUrl?: string
  /** Name passed to the configuration; `production` from the command line. */
  readonly environment: string
  readonly drafts: boolean
  readonly future: boolean
  readonly expired: boolean
  /** Whether the content is a stranger's, whatever the configuration says. Default: what that says. */
  readonly untrusted?: boolean
}

/** What options say over the configuration, and nothing else: plain data, which another thread can be given. */
export function overridesOf(options: ConfigOverrides): ConfigOverrides {
  const {baseUrl, environment, drafts, future, expired, untrusted} = options
  return {
    environment,
    drafts,
    future,
    expired,
    ...(baseUrl === undefined ? {} : {baseUrl}),
    ...(untrusted === undefined ? {} : {untrusted})
  }
}

/**
 * Check a loaded configuration and fill in the defaults. What tells of mistakes is loaded with the first one.
 *
 * @returns
 *   A usable configuration in any case: what is wrong is left out. Diagnostics, all errors but the last two: `config/unknown-key`,
 *   `config/wrong-type`, `config/missing-key`, `config/unknown-value`, `config/out-of-range`, `config/not-data`,
 *   `config/bad-base-url`, `config/bad-color`, `config/bad-edit-url`, `config/bad-font`,
 *   `config/bad-language`, `config/bad-time-zone`, `config/bad-permalink`, `config/bad-path`,
 *   `config/bad-name`, `config/bad-redirect`, `config/bad-header`, `config/feed-without-base-url`,
 *   `config/path-of-host`.
 */
export async function checkConfig(
  loaded: LoadedConfig,
  overrides: ConfigOverrides
): Promise<Checked<ResolvedConfig>> {
  const file = loaded.file ?? defaultFile
  const {value: config, diagnostics} = await parseConfig(
    loaded.value === undefined ? {} : loaded.value,
    loaded.text,
    file
  )
  const {environments = {}, ...base} = config
  const over = Object.hasOwn(environments, overrides.environment) ? environments[overrides.environment] : {}
  const settings = mergeSettings<Config>(base, over ?? {})
  const isUntrusted = overrides.untrusted === true || settings.untrusted === true
  const isOverrideRight = overrides.baseUrl === undefined || isBaseUrl(overrides.baseUrl)
  const baseUrl = isOverrideRight ? (overrides.baseUrl ?? settings.baseUrl) : settings.baseUrl
  return {
    value: {
      site: toSiteConfig(settings, baseUrl, overrides),
      markdown: {
        ...toMarkdownOptions({...settings, untrusted: isUntrusted}),
        ...(loaded.locate === undefined ? {} : {locate: loaded.locate})
      },
      isUntrusted,
      keepsMetadata: settings.keepImageMetadata ?? false,
      vendor: (settings.vendor ?? []).map((start) => new URL(start).href),
      transforms: (settings.plugins ?? []).flatMap(({assets = []}) => assets),
      schemas: toSchemas(settings),
      checks: toChecks(settings),
      ...(settings.deploy === undefined ? {} : {deploy: settings.deploy}),
      file,
      // An item that was left out moves those after it.
      text: diagnostics.length === 0 ? loaded.text : '',
      hash: loaded.hash
    },
    diagnostics: [...diagnostics, ...(await addressProblems())]
  }

  async function addressProblems(): Promise<ReadonlyArray<Diagnostic>> {
    const isFeedLost = diagnostics.length === 0 && baseUrl === undefined && isMapping(settings.feed)
    const path = baseUrl === undefined ? '/' : new URL(withFinalSlash(baseUrl)).pathname
    const rootHost = path === '/' ? undefined : settings.hosting?.find((host) => rootHosts.includes(host))
    if (isOverrideRight && !isFeedLost && rootHost === undefined) return []
    const {wrongOverride, lostFeed, wrongPath} = await import('./report-issues.ts')
    return [
      ...(isOverrideRight ? [] : [wrongOverride(file, overrides.baseUrl)]),
      ...(isFeedLost ? [lostFeed(file, loaded.text)] : []),
      ...(rootHost === undefined ? [] : [wrongPath(file, loaded.text, rootHost, path)])
    ]
  }
}

const defaultFile = 'galley.config.ts'

function toSiteConfig(settings: Config, baseUrl: string | undefined, overrides: ConfigOverrides): SiteConfig {
  const {environment, drafts, future, expired} = overrides
  const pageSize = settings.pageSize ?? 10
  return {
    title: settings.title ?? 'Untitled',
    description: settings.description ?? '',
    baseUrl: withFinalSlash(baseUrl ?? 'http://localhost/'),
    isAddressKnown: baseUrl !== undefined,
    urls: settings.urls ?? 'folder',
    language: Intl.getCanonicalLocales(settings.language ?? 'en')[0] ?? 'en',
    timeZone: settings.timeZone ?? 'UTC',
    environment,
    params: withoutUndefined(settings.params ?? {}),
    menus: mapValues(settings.menus ?? {}, (entries) => entries.map(toMenuItem)),
    taxonomies: toTaxonomies(settings, pageSize),
    sections: toSections(settings),
    order: settings.order ?? ['weight', '-date', 'title'],
    pageSize,
    contents: toContentsConfig(settings.contents ?? {}),
    imageBudget: settings.budgets?.image ?? 1_000_000,
    pageBudget: toPageBudget(settings.budgets ?? {}),
    theme: toThemeOptions(settings.theme ?? {}),
    ...toWebConfig(settings, baseUrl !== undefined),
    ...toHostingConfig(settings),
    related: toRelatedConfig(settings.related ?? {}),
    wantedChecks: toWantedChecks(settings),
    links: {ignore: settings.links?.ignore ?? []},
    unknownComponents: settings.markdown?.unknownComponents ?? 'warn',
    unknownShortcodes: settings.markdown?.unknownShortcodes ?? 'error',
    include: {drafts, future, expired}
  }
}

function withFinalSlash(baseUrl: string): string {
  const {href} = new URL(baseUrl)
  return href.endsWith('/') ? href : `${href}/`
}

/** A level that is deeper than the last one means that level alone. */
function toContentsConfig({from = 1, to, minHeadings = 3}: ContentsRules): ContentsConfig {
  return {from, to: Math.max(from, to ?? 3), minHeadings}
}

function toMenuItem({name, url, children = []}: MenuEntry): MenuItem {
  return {name, url, children: children.map(toMenuItem)}
}

function toSections(settings: Config): Readonly<Record<string, SectionConfig>> {
  return Object.fromEntries(
    Object.entries(settings.sections ?? {}).map(
      ([name, {permalink, order, pageSize, list, budgets, defaults}]) => [
        sectionName(name),
        {
          ...(permalink === undefined ? {} : {permalink}),
          ...(order === undefined ? {} : {order}),
          ...(pageSize === undefined ? {} : {pageSize}),
          ...(list === undefined ? {} : {list: list.map(sectionName)}),
          ...(budgets?.image === undefined ? {} : {imageBudget: budgets.image}),
          ...(budgets === undefined ? {} : {pageBudget: toPageBudget(budgets)}),
          defaults: withoutUndefined(defaults ?? {})
        }
      ]
    )
  )
}

function toSchemas(settings: Config): Readonly<Record<string, StandardSchema>> {
  return Object.fromEntries(
    Object.entries(settings.sections ?? {}).flatMap(([name, {schema}]) =>
      schema === undefined ? [] : [[sectionName(name), schema]]
    )
  )
}

function toPageBudget({html, css, script}: BudgetRules): PageBudget {
  return {
    ...(html === undefined ? {} : {html}),
    ...(css === undefined ? {} : {css}),
    ...(script === undefined ? {} : {script})
  }
}

/** Plain data without the keys that code has spelled `undefined`. */
function withoutUndefined(data: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(data)) as JsonObject
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
