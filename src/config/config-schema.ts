import {z} from 'zod'
import type {MarkdownOptions} from '#src/model/markdown-options.ts'
import type {StandardSchema} from '#src/model/schema.ts'
import type {OrderKey} from '#src/model/selector.ts'
import type {Config} from './define-config.ts'
import {isMapping} from './merge-settings.ts'

/** What Galley itself checks, beside the kinds of values; `reportIssues` has a message for each. */
export type Problem =
  | 'baseUrl'
  | 'language'
  | 'name'
  | 'notData'
  | 'path'
  | 'permalink'
  | 'plugin'
  | 'schema'
  | 'timeZone'

/** Parts of an address that a permalink pattern may name. */
export const permalinkTokens: ReadonlyArray<string> = [
  ':year',
  ':month',
  ':day',
  ':slug',
  ':section',
  ':title',
  ':filename'
]

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

const text = z.string()
const pageSize = z.int().min(1)
const order = z.array(z.enum(orderKeys)).min(1)
const json = z.custom<unknown>().superRefine((value, context) => {
  const path = pathToForeign(value, [])
  if (path !== undefined) context.addIssue(issue('notData', path))
})
const data = json.pipe(z.record(text, z.unknown()))

const menuItem = z.strictObject({
  name: text,
  url: text,
  get children(): z.ZodOptional<z.ZodArray<typeof menuItem>> {
    return z.array(menuItem).optional()
  }
})

const taxonomy = z.strictObject({
  title: text.optional(),
  path: checked('path', isSitePath).optional(),
  pageSize: pageSize.optional()
})

const taxonomies = z.record(text, z.union([z.literal(false), taxonomy])).superRefine((value, context) => {
  for (const name of Object.keys(value)) {
    if (!/^[\p{L}\p{N}_-]+$/u.test(name)) context.addIssue(issue('name', [name]))
  }
})

const section = z.strictObject({
  permalink: checked('permalink', isPermalinkPattern).optional(),
  order: order.optional(),
  pageSize: pageSize.optional(),
  defaults: data.optional(),
  schema: custom<StandardSchema>('schema', isStandardSchema).optional()
})

const feed = z.strictObject({
  limit: z.int().min(1).optional(),
  content: z.enum(['full', 'excerpt']).optional()
})

const treePlugins = z
  .array(custom<MarkdownOptions['remarkPlugins'][number]>('plugin', isPluggable))
  .optional()

const markdown = z.strictObject({
  parser: z.enum(['native', 'remark']).optional(),
  html: z.enum(['keep', 'escape', 'sanitize']).optional(),
  remarkPlugins: treePlugins,
  rehypePlugins: treePlugins
})

const plugin = z.strictObject({
  name: text.min(1),
  version: text.min(1),
  remarkPlugins: treePlugins,
  rehypePlugins: treePlugins
})

const settings = z.strictObject({
  title: text.optional(),
  description: text.optional(),
  baseUrl: checked('baseUrl', isBaseUrl).optional(),
  language: checked('language', isLanguage).optional(),
  timeZone: checked('timeZone', isTimeZone).optional(),
  params: data.optional(),
  menus: json.pipe(z.record(text, z.array(menuItem))).optional(),
  taxonomies: taxonomies.optional(),
  sections: z.record(text, section).optional(),
  order: order.optional(),
  pageSize: pageSize.optional(),
  feed: z.union([z.literal(false), feed]).optional(),
  sitemap: z.boolean().optional(),
  markdown: markdown.optional(),
  plugins: z.array(plugin).optional()
})

const config = settings.extend({environments: z.record(text, settings).optional()})

/**
 * Read a configuration; the issues are for `reportIssues`.
 *
 * A setting whose value is `undefined` counts as absent, since code such as `title: process.env.TITLE` makes them.
 */
export function parseSettings(value: unknown): z.ZodSafeParseResult<Config> {
  return config.safeParse(value) as z.ZodSafeParseResult<Config>
}

/** Settings that may stand beside each other, by the first name of the path to them; empty for the root. */
export const knownKeys: Readonly<Record<string, ReadonlyArray<string>>> = {
  '': Object.keys(config.shape),
  menus: ['name', 'url', 'children'],
  taxonomies: Object.keys(taxonomy.shape),
  sections: Object.keys(section.shape),
  feed: Object.keys(feed.shape),
  markdown: Object.keys(markdown.shape),
  plugins: Object.keys(plugin.shape)
}

/** Whether `value` is an absolute `http` or `https` address without credentials, query and fragment. */
export function isBaseUrl(value: string): boolean {
  if (!/^https?:\/\/[^\s\\?#@]+$/i.test(value)) return false
  return URL.canParse(value)
}

function checked(problem: Problem, isRight: (value: string) => boolean): z.ZodString {
  return text.superRefine((value, context) => {
    if (!isRight(value)) context.addIssue(issue(problem, []))
  })
}

function custom<Value>(problem: Problem, isRight: (value: unknown) => boolean): z.ZodType<Value> {
  return z.custom<Value>().superRefine((value, context) => {
    if (!isRight(value)) context.addIssue(issue(problem, []))
  })
}

function issue(
  problem: Problem,
  path: ReadonlyArray<PropertyKey>
): {code: 'custom'; path: Array<PropertyKey>; params: {problem: Problem}} {
  return {code: 'custom', path: [...path], params: {problem}}
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

function isPermalinkPattern(pattern: string): boolean {
  const hasStrayPart = /\/\/|[?#\\\s]|(?:^|\/)\.\.?(?:\/|$)/.test(pattern)
  const tokens = pattern.match(/:[A-Za-z]*/g) ?? []
  return pattern.startsWith('/') && !hasStrayPart && tokens.every((token) => permalinkTokens.includes(token))
}

function isSitePath(path: string): boolean {
  return path.startsWith('/') && path !== '/' && !/\/\/|[?#\\\s:]|(?:^|\/)\.\.?(?:\/|$)/.test(path)
}

function isLanguage(tag: string): boolean {
  return isAccepted(() => Intl.getCanonicalLocales(tag))
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
