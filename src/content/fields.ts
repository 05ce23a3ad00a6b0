import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {FrontMatter, WrittenDate} from '#src/model/front-matter.ts'
import {isLanguageTag} from '#src/model/is-language-tag.ts'
import {
  badDate,
  badLayout,
  badPath,
  badSlug,
  badTranslations,
  badUrl,
  expectedBoolean,
  expectedNumber,
  expectedText,
  expectedTexts,
  type Where
} from './messages.ts'
import {hintForAlias, hintForUrl} from './path-hints.ts'
import {isSitePath, isSlug} from './safe-path.ts'
import {toWrittenDate} from './written-date.ts'

/** The diagnostic for a value that a schema refuses; `found` is ready to be shown. */
type Refuse = (where: Where, field: string, found: string) => Diagnostic

/** What to do about one text that is refused; `undefined` where there is no better word than for all. */
type HintFor = (text: string, file: string) => string | undefined

/** How the value of one field is read. */
export interface Field<Value> {
  /** As authors write it. */
  readonly name: string
  /**
   * `text`: it is read from a scalar's text as written, trimmed. `text or null`: and the word `null` is text,
   * since nobody writes a title to have none, while tools write `description: null`. `value`: the value itself.
   */
  readonly reads: 'text' | 'text or null' | 'value'
  /** The typed value; `undefined` for one that is refused. */
  readonly read: (given: unknown) => Value | undefined
  readonly refuse: Refuse
  readonly hintFor?: HintFor
  /** Characters of a text at most. */
  readonly lengthMax?: number
}

/** A field with a list of texts; one text stands for a list of one. */
export interface TextsField {
  /** As authors write it. */
  readonly name: string
  readonly key: TextsKey
  /** Whether an item's text is right. */
  readonly accepts: (text: string) => boolean
  /** Whether a text in place of the list is split at commas. */
  readonly isSplit: boolean
  /** Whether `false` may stand in place of the list. */
  readonly mayBeOff?: true
  readonly refuse: Refuse
  readonly hintFor?: HintFor
}

/** Keys of fields that are lists of texts. */
type TextsKey = 'authors' | 'categories' | 'tags' | 'keywords' | 'aliases' | 'related'

/** Keys of fields that have one value. */
export type ValueKey = Exclude<keyof FrontMatter, TextsKey | 'params' | 'cascade'>

/** Characters of a title; a longer one is a body in the wrong place. */
const titleMax = 1_000

/** Fields with one value, by their key. */
export const valueFields: {readonly [Key in ValueKey]: Field<NonNullable<FrontMatter[Key]>>} = {
  title: {...text('title'), reads: 'text or null', lengthMax: titleMax},
  description: text('description'),
  shortDescription: text('short_description'),
  date: date('date'),
  lastmod: date('lastmod'),
  publishDate: date('publishDate'),
  expiryDate: date('expiryDate'),
  draft: boolean('draft'),
  unlisted: boolean('unlisted'),
  search: boolean('search'),
  authorLink: {...text('author_link'), read: textLike(isUrl(/^(?:https?:\/\/|mailto:.)/i)), refuse: badUrl},
  weight: {name: 'weight', reads: 'value', read: readNumber, refuse: expectedNumber},
  category: text('category'),
  series: text('series'),
  previewImage: text('preview_image'),
  smallPreviewImage: text('small_preview_image'),
  socialPreviewImage: text('social_preview_image'),
  slug: {...text('slug'), read: textLike(isSlug), refuse: badSlug},
  url: {...text('url'), read: textLike(isSitePath), refuse: badPath, hintFor: hintForUrl},
  layout: {
    ...text('layout'),
    read: textLike((name) => /^[\p{L}\p{N}_-]+(?:\/[\p{L}\p{N}_-]+)*$/u.test(name)),
    refuse: badLayout
  },
  toc: boolean('toc'),
  canonical: {...text('canonical'), read: textLike(isUrl(/^https?:\/\//i)), refuse: badUrl},
  translations: {name: 'translations', reads: 'value', read: readTranslations, refuse: badTranslations}
}

/** Fields with a list of texts. Fields of one key are joined in this order. */
export const textsFields: ReadonlyArray<TextsField> = [
  // A comma belongs to a name such as `King, Jr.`.
  {name: 'author', key: 'authors', accepts: isAnyText, isSplit: false, refuse: expectedTexts},
  {name: 'authors', key: 'authors', accepts: isAnyText, isSplit: false, refuse: expectedTexts},
  {name: 'categories', key: 'categories', accepts: isAnyText, isSplit: true, refuse: expectedTexts},
  {name: 'tags', key: 'tags', accepts: isAnyText, isSplit: true, refuse: expectedTexts},
  {name: 'keywords', key: 'keywords', accepts: isAnyText, isSplit: true, refuse: expectedTexts},
  {
    name: 'aliases',
    key: 'aliases',
    accepts: isSitePath,
    isSplit: true,
    refuse: badPath,
    hintFor: hintForAlias
  },
  {
    name: 'related',
    key: 'related',
    accepts: isAnyText,
    isSplit: false,
    mayBeOff: true,
    refuse: expectedTexts
  }
]

function text(name: string): Field<string> {
  return {name, reads: 'text', read: textLike(isAnyText), refuse: expectedText}
}

function date(name: string): Field<WrittenDate> {
  return {name, reads: 'text', read: readDate, refuse: badDate}
}

function boolean(name: string): Field<boolean> {
  return {name, reads: 'value', read: readBoolean, refuse: expectedBoolean}
}

function textLike(accepts: (text: string) => boolean): (given: unknown) => string | undefined {
  return (given) => (typeof given === 'string' && accepts(given) ? given : undefined)
}

function isAnyText(): boolean {
  return true
}

function isUrl(scheme: RegExp): (text: string) => boolean {
  return (text) => scheme.test(text) && !/\s/.test(text) && URL.canParse(text)
}

function readDate(given: unknown): WrittenDate | undefined {
  return typeof given === 'string' ? toWrittenDate(given) : undefined
}

/** A number, or a text that tools have put one into. */
function readNumber(given: unknown): number | undefined {
  const isNumeric = typeof given === 'string' && /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(given.trim())
  const number = isNumeric ? Number(given) : given
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** A mapping of languages to addresses; what is no language would mislead search engines. */
function readTranslations(given: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined
  const entries = Object.entries(given)
  const isRight = entries.every(
    ([language, target]) => isLanguage(language) && typeof target === 'string' && target.trim() !== ''
  )
  return isRight ? (Object.fromEntries(entries) as Record<string, string>) : undefined
}

function isLanguage(name: string): boolean {
  return name === 'x-default' || isLanguageTag(name)
}

function readBoolean(given: unknown): boolean | undefined {
  return typeof given === 'boolean' ? given : undefined
}
