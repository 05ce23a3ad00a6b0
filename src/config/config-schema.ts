import {isLanguageTag} from '#src/model/is-language-tag.ts'
import type {OrderKey} from '#src/model/selector.ts'
import {isPermalinkPattern, isSitePath} from './address-patterns.ts'
import {deploy} from './deploy-schema.ts'
import {isMapping} from './merge-settings.ts'
import {compress, contentSecurityPolicy, headers, hosting, redirects} from './redirect-schema.ts'
import {related} from './related-schema.ts'
import {
  both,
  type Issue,
  listOf,
  mappingOf,
  mappingOrFalse,
  oneOf,
  oneOfOrFalse,
  recordOf,
  refused,
  type Shape,
  someOf,
  someText,
  text,
  textLike,
  trueOrFalse,
  valueLike,
  wholeNumber,
  wholeNumberWithin
} from './shape.ts'
import {theme} from './theme-schema.ts'
import {webSettings} from './web-schema.ts'

const orderKeys: ReadonlyArray<OrderKey> = [
  'weight',
  '-weight',
  'date',
  '-date',
  'lastmod',
  '-lastmod',
  'title',
  '-title',
  'path',
  '-path'
]

const pageSize = wholeNumber(1)
const order = someOf(oneOf(orderKeys))
const json: Shape = (value, path) => {
  const foreign = pathToForeign(value, [])
  return foreign === undefined ? [] : [refused([...path, ...foreign], 'notData')]
}
const data = both(json, recordOf(anything))

const menuItem: Shape = mappingOf({
  required: {name: text, url: text},
  optional: {children: (value, path) => listOf(menuItem)(value, path)}
})

const taxonomy = mappingOf({
  optional: {title: text, path: textLike('path', isSitePath), pageSize, order, allowed: listOf(text)}
})

const taxonomies = both(recordOf(mappingOrFalse(taxonomy)), (value, path) =>
  Object.keys(value ?? {})
    .filter((name) => !/^[\p{L}\p{N}_-]+$/u.test(name))
    .map((name) => refused([...path, name], 'name'))
)

const checks = recordOf(oneOf(['error', 'warning', 'hint', 'off']))

const budgets = mappingOf({
  optional: {image: wholeNumber(1), html: wholeNumber(1), css: wholeNumber(0), script: wholeNumber(0)}
})

const section = mappingOf({
  optional: {
    permalink: textLike('permalink', isPermalinkPattern),
    order,
    pageSize,
    list: listOf(text),
    defaults: data,
    schema: valueLike('schema', isStandardSchema),
    checks,
    budgets
  }
})

const headingLevel = wholeNumberWithin(1, 6)
const contents = mappingOf({
  optional: {from: headingLevel, to: headingLevel, minHeadings: wholeNumber(1)}
})

const treePlugins = listOf(valueLike('plugin', isPluggable))

const markdown = mappingOf({
  optional: {
    parser: oneOf(['native', 'remark']),
    html: oneOf(['keep', 'escape', 'sanitize']),
    unknownComponents: oneOf(['warn', 'error']),
    unknownShortcodes: oneOf(['error', 'text']),
    shortcodes: trueOrFalse,
    directives: trueOrFalse,
    callouts: trueOrFalse,
    definitionLists: trueOrFalse,
    wikilinks: trueOrFalse,
    headingLinks: trueOrFalse,
    tables: trueOrFalse,
    taskLists: trueOrFalse,
    figures: trueOrFalse,
    externalLinks: mappingOf({optional: {rel: text, target: text}}),
    highlight: oneOfOrFalse(['classes', 'shiki']),
    lineNumbers: trueOrFalse,
    wrapLines: trueOrFalse,
    checkCode: trueOrFalse,
    math: trueOrFalse,
    mermaid: trueOrFalse,
    emoji: trueOrFalse,
    smartPunctuation: trueOrFalse,
    superscript: trueOrFalse,
    subscript: trueOrFalse,
    highlightMarks: trueOrFalse,
    abbreviations: trueOrFalse,
    secondsMax: wholeNumber(1),
    remarkPlugins: treePlugins,
    rehypePlugins: treePlugins
  }
})

const plugin = mappingOf({
  required: {name: someText, version: someText},
  optional: {
    remarkPlugins: treePlugins,
    rehypePlugins: treePlugins,
    assets: listOf(valueLike('plugin', isTransform))
  }
})

const settings = {
  title: text,
  description: text,
  baseUrl: textLike('baseUrl', isBaseUrl),
  urls: oneOf(['folder', 'html', 'bare', 'relative']),
  language: textLike('language', isLanguageTag),
  timeZone: textLike('timeZone', isTimeZone),
  params: data,
  menus: both(json, recordOf(listOf(menuItem))),
  taxonomies,
  sections: recordOf(section),
  order,
  pageSize,
  contents,
  theme,
  ...webSettings,
  checks,
  hosting,
  compress,
  redirects,
  headers,
  contentSecurityPolicy,
  budgets,
  deploy,
  related,
  links: mappingOf({optional: {ignore: listOf(someText)}}),
  markdown,
  keepImageMetadata: trueOrFalse,
  vendor: listOf(textLike('baseUrl', isBaseUrl)),
  plugins: listOf(plugin),
  untrusted: trueOrFalse
}

const config = mappingOf({
  optional: {...settings, environments: recordOf(mappingOf({optional: settings}))}
})

/**
 * What is wrong with a configuration; without any issue the value is a `Config`.
 *
 * A setting whose value is `undefined` counts as absent, since code such as `title: process.env.TITLE` makes them.
 */
export function checkSettings(value: unknown): ReadonlyArray<Issue> {
  return config(value, [])
}

/** Whether `value` is an absolute `http` or `https` address without credentials, query and fragment. */
export function isBaseUrl(value: string): boolean {
  if (!/^https?:\/\/[^\s\\?#@]+$/i.test(value)) return false
  return URL.canParse(value)
}

function anything(): ReadonlyArray<Issue> {
  return []
}

const depthMax = 100

/** Path to what JSON cannot hold; empty when a value is nested too deep, as a cycle is. */
function pathToForeign(value: unknown, path: ReadonlyArray<string | number>): typeof path | undefined {
  if (path.length > depthMax) return []
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : path
  const isList = Array.isArray(value)
  if (!isList && !isMapping(value)) return path
  for (const [key, item] of Object.entries(value)) {
    // An absent setting is often spelled `undefined` in code.
    if (item === undefined && !isList) continue
    const found = pathToForeign(item, [...path, isList ? Number(key) : key])
    if (found !== undefined) return found
  }
  return undefined
}

function isTimeZone(name: string): boolean {
  // Newer versions of Node accept offsets (`+01:00`) too; a site must not depend on the version.
  return /^[A-Za-z]/.test(name) && isAccepted(() => new Intl.DateTimeFormat('en', {timeZone: name}))
}

function isAccepted(attempt: () => unknown): boolean {
  try {
    attempt()
    return true
  } catch {
    return false
  }
}

function isPluggable(value: unknown): boolean {
  if (Array.isArray(value)) return typeof value[0] === 'function'
  return typeof value === 'function' || (isMapping(value) && ('plugins' in value || 'settings' in value))
}

function isStandardSchema(value: unknown): boolean {
  const isHolder = (typeof value === 'object' && value !== null) || typeof value === 'function'
  if (!isHolder || !('~standard' in value)) return false
  const standard = value['~standard']
  return typeof standard === 'object' && standard !== null && 'validate' in standard
}

function isTransform(value: unknown): boolean {
  return isMapping(value) && value['files'] instanceof RegExp && typeof value['transform'] === 'function'
}
