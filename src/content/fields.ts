import {z} from 'zod'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {FrontMatter, WrittenDate} from '#src/model/front-matter.ts'
import {
  badDate,
  badLayout,
  badPath,
  badSlug,
  badUrl,
  expectedBoolean,
  expectedNumber,
  expectedText,
  expectedTexts,
  type Where
} from './messages.ts'
import {isSitePath, isSlug} from './safe-path.ts'
import {toWrittenDate} from './written-date.ts'

/** The diagnostic for a value that a schema refuses; `found` is ready to be shown. */
type Refuse = (where: Where, field: string, found: string) => Diagnostic

/** How the value of one field is read. */
export interface Field<Value> {
  /** As authors write it. */
  readonly name: string
  /**
   * `text`: the schema is given a scalar's text as written, trimmed. `text or null`: and the word `null` is text,
   * since nobody writes a title to have none, while tools write `description: null`. `value`: the value itself.
   */
  readonly reads: 'text' | 'text or null' | 'value'
  readonly schema: z.ZodType<Value>
  readonly refuse: Refuse
}

/** A field with a list of texts; one text stands for a list of one. */
export interface TextsField {
  /** As authors write it. */
  readonly name: string
  readonly key: TextsKey
  /** Of one item's text. */
  readonly item: z.ZodType<string>
  /** Whether a text in place of the list is split at commas. */
  readonly isSplit: boolean
  readonly refuse: Refuse
}

/** Keys of fields that are lists of texts. */
type TextsKey = 'authors' | 'categories' | 'tags' | 'keywords' | 'aliases'

/** Keys of fields that have one value. */
export type ValueKey = Exclude<keyof FrontMatter, TextsKey | 'params' | 'cascade'>

/** Characters of a title; a longer one is a body in the wrong place. */
const titleMax = 1_000

const textSchema: z.ZodType<string> = z.string()
const dateSchema: z.ZodType<WrittenDate> = z.string().transform((text, context) => {
  const date = toWrittenDate(text)
  if (date === undefined) context.addIssue('Expected a date')
  return date ?? z.NEVER
})
const numberSchema: z.ZodType<number> = z
  .union([
    z.number(),
    z
      .string()
      .trim()
      .regex(/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i)
      .transform(Number)
  ])
  .pipe(z.number())
const urlSchema = (scheme: RegExp): z.ZodType<string> =>
  z.string().refine((text) => scheme.test(text) && !/\s/.test(text) && URL.canParse(text))

/** Fields with one value, by their key. */
export const valueFields: {readonly [Key in ValueKey]: Field<NonNullable<FrontMatter[Key]>>} = {
  title: {...text('title'), reads: 'text or null', schema: z.string().max(titleMax)},
  description: text('description'),
  shortDescription: text('short_description'),
  date: date('date'),
  lastmod: date('lastmod'),
  publishDate: date('publishDate'),
  expiryDate: date('expiryDate'),
  draft: boolean('draft'),
  unlisted: boolean('unlisted'),
  authorLink: {...text('author_link'), schema: urlSchema(/^(?:https?:\/\/|mailto:.)/i), refuse: badUrl},
  weight: {name: 'weight', reads: 'value', schema: numberSchema, refuse: expectedNumber},
  category: text('category'),
  series: text('series'),
  previewImage: text('preview_image'),
  smallPreviewImage: text('small_preview_image'),
  socialPreviewImage: text('social_preview_image'),
  slug: {...text('slug'), schema: z.string().refine(isSlug), refuse: badSlug},
  url: {...text('url'), schema: z.string().refine(isSitePath), refuse: badPath},
  layout: {
    ...text('layout'),
    schema: z.string().regex(/^[\p{L}\p{N}_-]+(?:\/[\p{L}\p{N}_-]+)*$/u),
    refuse: badLayout
  },
  toc: boolean('toc'),
  canonical: {...text('canonical'), schema: urlSchema(/^https?:\/\//i), refuse: badUrl}
}

/** Fields with a list of texts. Fields of one key are joined in this order. */
export const textsFields: ReadonlyArray<TextsField> = [
  // A comma belongs to a name such as `King, Jr.`.
  {name: 'author', key: 'authors', item: textSchema, isSplit: false, refuse: expectedTexts},
  {name: 'authors', key: 'authors', item: textSchema, isSplit: false, refuse: expectedTexts},
  {name: 'categories', key: 'categories', item: textSchema, isSplit: true, refuse: expectedTexts},
  {name: 'tags', key: 'tags', item: textSchema, isSplit: true, refuse: expectedTexts},
  {name: 'keywords', key: 'keywords', item: textSchema, isSplit: true, refuse: expectedTexts},
  {name: 'aliases', key: 'aliases', item: z.string().refine(isSitePath), isSplit: true, refuse: badPath}
]

function text(name: string): Field<string> {
  return {name, reads: 'text', schema: textSchema, refuse: expectedText}
}

function date(name: string): Field<WrittenDate> {
  return {name, reads: 'text', schema: dateSchema, refuse: badDate}
}

function boolean(name: string): Field<boolean> {
  return {name, reads: 'value', schema: z.boolean(), refuse: expectedBoolean}
}
