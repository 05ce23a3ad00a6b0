import type {CodeAfter} from '#src/diagnostics/code-after.ts'
import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'

/** Where a problem is; without place the whole file, or a value that no file holds. */
export interface Where {
  readonly file: string
  readonly place?: Place
}

/** A first fence without a second one. */
export function unclosedBlock(where: Where, closing: string): Diagnostic {
  const hint = `End the front matter with a line that is only \`${closing}\``
  return error('unclosed', where, `Expected front matter to end, found no closing \`${closing}\``, hint)
}

/** Front matter behind blank lines. */
export function lateBlock(where: Where): Diagnostic {
  const hint = 'Remove the empty lines before it'
  return error(
    'late-front-matter',
    where,
    'Expected front matter in the first line, found it behind others',
    hint
  )
}

/** `---js`: front matter in a language that is no data. */
export function unknownLanguage(where: Where, name: string): Diagnostic {
  const hint = 'Write the values themselves; front matter never runs'
  return error(
    'unknown-language',
    where,
    `Expected only YAML, TOML and JSON as data, found ${quote(name)}`,
    hint
  )
}

const syntaxErrors = {YAML: 'yaml-syntax', TOML: 'toml-syntax', JSON: 'json-syntax'} as const

/** What a parser of YAML, TOML or JSON complains about. */
export function wrongSyntax(
  where: Where,
  language: 'YAML' | 'TOML' | 'JSON',
  complaint: string,
  hint?: string
): Diagnostic {
  const text = shorten(complaint.replace(/[.:]$/, ''), complaintMax)
  return error(syntaxErrors[language], where, `Expected valid ${language}, found a mistake: ${text}`, hint)
}

/** A tab in YAML's indentation. */
export function tabIndentation(where: Where): Diagnostic {
  const hint = 'Replace the tabs at the start of the line with spaces'
  return error('tab-indentation', where, 'Expected spaces as indentation, found a tab', hint)
}

/** The second of two equal keys; `firstLine` is `undefined` when the parser does not tell. */
export function duplicateKey(where: Where, key: string, firstLine: number | undefined): Diagnostic {
  const first = firstLine === undefined ? '' : `; the first one is on line ${firstLine}`
  return error('duplicate-key', where, `Expected every key once, found ${quote(key)} again${first}`)
}

/** `*name` without an `&name` before it. */
export function unknownAlias(where: Where, name: string): Diagnostic {
  const hint = 'Put a value that starts with `*` in quotes'
  return error(
    'unknown-alias',
    where,
    `Expected an anchor before its alias, found ${quote(`*${name}`)}`,
    hint
  )
}

/** `!!js/function` and every other tag that is not of YAML's core. */
export function unknownTag(where: Where, tag: string): Diagnostic {
  const hint = 'Remove the tag, or put a value that starts with `!` in quotes'
  return error('unknown-tag', where, `Expected plain data, found the tag ${quote(tag)}`, hint)
}

/** `.inf`, `.nan`, `1e400`. */
export function notFinite(where: Where, written: string): Diagnostic {
  const hint = 'Put the value in quotes when it is text'
  return error('not-finite', where, `Expected a finite number, found ${quote(written)}`, hint)
}

/** Front matter that is a list, a text, a number or null. */
export function notMapping(where: Where, found: string): Diagnostic {
  const hint = 'Write `name: value` on each line'
  return error('not-a-mapping', where, `Expected front matter to be a mapping, found ${found}`, hint)
}

/** A list or mapping where one text belongs. */
export function expectedText(where: Where, field: string, found: string): Diagnostic {
  const hint =
    field === 'category' ? 'Use `categories` for more than one' : 'Put the value in quotes when it is text'
  return error('expected-text', where, `Expected text for \`${field}\`, found ${found}`, hint)
}

/** `draft: no`. */
export function expectedBoolean(where: Where, field: string, found: string): Diagnostic {
  const meant = /^(?:no|off|n)$/i.test(found) ? 'false' : /^(?:yes|on|y)$/i.test(found) ? 'true' : undefined
  const hint = meant === undefined ? 'Write the word without quotes' : `Write \`${meant}\``
  return error(
    'expected-boolean',
    where,
    `Expected \`true\` or \`false\` for \`${field}\`, found ${found}`,
    hint
  )
}

/** `weight: heavy`. */
export function expectedNumber(where: Where, field: string, found: string): Diagnostic {
  return error('expected-number', where, `Expected a number for \`${field}\`, found ${found}`)
}

/** `date: 31.12.2024`, and dates that no calendar has. */
export function badDate(where: Where, field: string, found: string): Diagnostic {
  const hint = 'Write `2024-05-01`, `2024-05-01T09:30:00` or `2024-05-01T09:30:00+03:00`, in years 1 to 9999'
  return error('bad-date', where, `Expected an existing date for \`${field}\`, found ${found}`, hint)
}

/** A `lastmod` before `date`, or an `expiryDate` on or before the day from which readers see the article. */
export function datesOutOfOrder(
  where: Where,
  field: string,
  dates: {readonly found: string; readonly after: string; readonly then: string}
): Diagnostic {
  const reason = `Expected \`${field}\` to come after \`${dates.after}\`, which is ${quote(dates.then)}, found ${quote(dates.found)}`
  return {...error('dates-out-of-order', where, reason), severity: 'warning'}
}

/** A list or mapping within a list of texts, or a mapping instead of it. */
export function expectedTexts(where: Where, field: string, found: string): Diagnostic {
  const hint = `Write \`${field}: [one, two]\``
  return error('expected-texts', where, `Expected a list of texts for \`${field}\`, found ${found}`, hint)
}

/** A number or `true` in a list of texts: used as written. */
export function notText(where: Where, field: string, found: string): Diagnostic {
  const reason = `Expected a text in \`${field}\`, found the number or truth value ${found}`
  return {...error('not-text', where, reason, 'Put it in quotes'), severity: 'warning'}
}

/** `slug: ../x`. */
export function badSlug(where: Where, field: string, found: string): Diagnostic {
  const hint = 'Use letters, digits and `-`; `url` sets the whole path'
  return error('bad-slug', where, `Expected one segment of a path for \`${field}\`, found ${found}`, hint)
}

/** `url: //evil`, and aliases alike. */
export function badPath(where: Where, field: string, found: string): Diagnostic {
  const hint = 'Write a path within the site, such as `/about/`, without `..`, `?`, `#` and backslashes'
  return error(
    'bad-path',
    where,
    `Expected a path from the site's root for \`${field}\`, found ${found}`,
    hint
  )
}

/** `layout: ../x`. */
export function badLayout(where: Where, field: string, found: string): Diagnostic {
  const hint = 'Use letters, digits, `-`, `_` and `/`, without the file extension'
  return error('bad-layout', where, `Expected the name of a layout for \`${field}\`, found ${found}`, hint)
}

/** `canonical: example.com`. */
export function badUrl(where: Where, field: string, found: string): Diagnostic {
  const hint = 'Write the whole address, such as `https://example.com/page/`'
  return error('bad-url', where, `Expected an absolute URL for \`${field}\`, found ${found}`, hint)
}

/** `translations: de`, `translations: {german: hallo.md}`. */
export function badTranslations(where: Where, field: string, found: string): Diagnostic {
  const hint = `Write \`de: hallo.md\` on lines of their own below \`${field}:\`, indented: a language, and where the page is in it`
  return error(
    'bad-translations',
    where,
    `Expected languages with addresses for \`${field}\`, found ${found}`,
    hint
  )
}

/** `params: text`, `cascade: [a]`. */
export function expectedMapping(where: Where, field: string, found: string): Diagnostic {
  const hint = `Write \`name: value\` on lines of their own below \`${field}:\`, indented`
  return error('expected-mapping', where, `Expected a mapping for \`${field}\`, found ${found}`, hint)
}

/** A `cascade` within `cascade`. */
export function nestedCascade(where: Where): Diagnostic {
  const hint = 'Write it in the `_index.md` of the folder that it is for'
  return error('nested-cascade', where, 'Expected no `cascade` within `cascade`, found one', hint)
}

/** One field under two of its names: `publishDate` and `publish_date`. */
export function fieldTwice(where: Where, name: string, first: string): Diagnostic {
  return error('field-twice', where, `Expected \`${first}\` once, found it again as ${quote(name)}`)
}

/** `tilte: Hello`. */
export function unknownField(where: Where, name: string, intended: string): Diagnostic {
  const reason = `Expected a known front matter field, found ${quote(name)}`
  return {...error('unknown-field', where, reason, `Did you mean \`${intended}\`?`), severity: 'warning'}
}

/** `text` in backticks, on one line and shortened. */
export function quote(text: string): string {
  return `\`${shorten(text, quoteMax).replaceAll('`', "'")}\``
}

/** Characters of an author's text, and of a parser's sentence, that a message shows. */
const quoteMax = 60
const complaintMax = 160

function shorten(text: string, max: number): string {
  const line = text.slice(0, max * 2).replace(/[\s\p{Cc}]+/gu, ' ')
  return line.length > max ? `${line.slice(0, max)}…` : line
}

function error(name: CodeAfter<'content/'>, {file, place}: Where, reason: string, hint?: string): Diagnostic {
  return {
    code: `content/${name}`,
    severity: 'error',
    reason,
    file,
    ...(place ? {place} : {}),
    ...(hint === undefined ? {} : {hint})
  }
}
