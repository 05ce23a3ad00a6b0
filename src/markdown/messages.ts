import type {VFileMessage} from 'vfile-message'
import type {Diagnostic, Place, Severity} from '#src/diagnostics/diagnostic.ts'
import {errorAt, warningAt} from '#src/diagnostics/problem-at.ts'
import {type CodePlace, thrownAt} from '#src/model/code-place.ts'

import type {TooMany} from './limit-counts.ts'
import type {LongParagraph} from './limit-paragraphs.ts'

/** Where in which file a message points; without place when the node was made by a plugin. */
export interface Spot {
  readonly file: string
  readonly place: Place | undefined
}

/** A URL that could run a script, such as `[x](javascript:alert(1))`. */
export function dangerousUrl(spot: Spot, attribute: string, url: string): Diagnostic {
  return warningAt(
    spot,
    'markdown/dangerous-url',
    `Expected an address without script in \`${attribute}\`, found \`${shorten(url)}\``,
    'The attribute is left out; use an `https:` or a relative address'
  )
}

/** An id given by hand that another element has: `## A {#same}` twice. */
export function duplicateId(spot: Spot, id: string): Diagnostic {
  return errorAt(
    spot,
    'markdown/duplicate-id',
    `Expected a unique id, found \`${id}\` again`,
    'Choose another name in `{#…}`, or leave it out to get one from the heading'
  )
}

/** A footnote mark without its definition: `[^missing]`. */
export function undefinedFootnote(spot: Spot, label: string): Diagnostic {
  return warningAt(
    spot,
    'markdown/undefined-footnote',
    `Expected a definition for the footnote \`[^${label}]\`, found none`,
    `Add a line \`[^${label}]: …\`, or write \`\\[^${label}]\` for the text itself`
  )
}

/** A second definition of a footnote. */
export function duplicateFootnote(spot: Spot, label: string): Diagnostic {
  return errorAt(
    spot,
    'markdown/duplicate-footnote',
    `Expected one definition of the footnote \`[^${label}]\`, found another`,
    'Only the first one would be shown; rename or remove one'
  )
}

/** A footnote that nothing refers to. */
export function unusedFootnote(spot: Spot, label: string): Diagnostic {
  return warningAt(
    spot,
    'markdown/unused-footnote',
    `Expected a reference to the footnote \`[^${label}]\`, found none`,
    'The footnote is not shown; refer to it in the text, or remove it'
  )
}

/** A container that no fence closes: `:::note` at the end of an article. */
export function unclosedContainer(spot: Spot, name: string, severity: Severity): Diagnostic {
  const problemAt = severity === 'error' ? errorAt : warningAt
  return problemAt(
    spot,
    'markdown/unclosed-container',
    `Expected a line \`:::\` that closes \`${name}\`, found none`,
    'Add it; a container around another has more colons than the one inside'
  )
}

/** A quote that is nearly a callout: `> [!WARN]`. */
export function unknownCallout(spot: Spot, found: string, intended: string): Diagnostic {
  return warningAt(
    spot,
    'markdown/unknown-callout',
    `Expected a kind of callout, found \`${found}\``,
    `Did you mean \`[!${intended}]\`? As it is, it is a quote, which \`\\[!${found}]\` says for sure`
  )
}

/** A group of code that has none. */
export function emptyCodeGroup(spot: Spot): Diagnostic {
  return warningAt(
    spot,
    'markdown/empty-code-group',
    'Expected blocks of code in `code-group`, found none',
    'Put fences into it, each with a title; tabs of other things are `::::tabs` with `:::tab[Title]`'
  )
}

/** A fence that closes no container: a `:::` too many. */
export function unopenedContainer(spot: Spot, fence: string): Diagnostic {
  return warningAt(
    spot,
    'markdown/unopened-container',
    `Expected a container that \`${fence}\` closes, found none`,
    'Remove it, or write the line `:::name` that opens one; `\\:::` is the text itself'
  )
}

/** A line that would start a container, but for a mistake: `:::tip[Title`. What is found is empty at the end of the line. */
export function malformedContainer(spot: Spot, expected: string, found: string): Diagnostic {
  return warningAt(
    spot,
    'markdown/malformed-container',
    `Expected ${expected} in the first line of a container, found ${found === '' ? 'its end' : `\`${shorten(found)}\``}`,
    'Write `:::name[Title]{attribute="value"}`, or `\\:::` for the text itself'
  )
}

/** A line that would be a directive by itself, but for a mistake: `::video{src=}`. What is found is empty at the end of the line. */
export function malformedLeaf(spot: Spot, expected: string, found: string): Diagnostic {
  return warningAt(
    spot,
    'markdown/malformed-directive',
    `Expected ${expected} in the line of a directive, found ${found === '' ? 'its end' : `\`${shorten(found)}\``}`,
    'Write `::name[Text]{attribute="value"}`, or `\\::` for the text itself'
  )
}

/** Lists, quotes or elements inside each other beyond what can be compiled. */
export function tooDeep(spot: Spot): Diagnostic {
  return errorAt(
    spot,
    'markdown/too-deep',
    'Expected moderate nesting of lists, quotes, emphasis and elements, found nesting too deep',
    'Flatten the structure, or close what was opened'
  )
}

/** More of something than an article has. */
export function tooMany(file: string, {what, countMax, place}: TooMany): Diagnostic {
  return errorAt(
    {file, place},
    'markdown/too-many',
    `Expected at most ${countMax} ${what} in an article, found more`,
    'Divide it'
  )
}

/** A paragraph that takes the square of its length to parse. */
export function longParagraph(file: string, {place, length, signCount, signsMax}: LongParagraph): Diagnostic {
  return errorAt(
    {file, place},
    'markdown/long-paragraph',
    `Expected at most ${signsMax} signs of Markdown in a paragraph of ${length} characters, found ${signCount}`,
    'Split it by empty lines; data belongs into a block of code, or into a file beside the text'
  )
}

/**
 * TeX that is no formula; `reason` is a sentence of the renderer.
 *
 * @param isProse
 *   Whether it looks like words between two prices.
 */
export function badFormula(
  spot: Spot,
  {reason, isProse}: {readonly reason: string; readonly isProse: boolean}
): Diagnostic {
  return errorAt(
    spot,
    'markdown/bad-formula',
    `Expected a formula of TeX, found a mistake: ${reason.replace(/\s+/g, ' ')}`,
    isProse ? 'Write `\\$` for a dollar that starts no formula' : undefined
  )
}

/** A remark or rehype plugin that threw, and where in the code of the site; `plugin` is `undefined` when it is not known which. */
export function pluginFailed(
  {file, plugin}: {readonly file: string; readonly plugin: string | undefined},
  cause: unknown,
  origin: CodePlace | undefined
): Diagnostic {
  const name = plugin === undefined ? 'the remark and rehype plugins' : `the plugin \`${plugin}\``
  return errorAt(
    {file},
    'markdown/plugin-failed',
    `Expected ${name} to transform this file, found an exception: ${causeOf(cause)}`,
    origin && thrownAt(origin)
  )
}

/** What a plugin reported with `file.message()`, `file.info()` or `file.fail()`. */
export function pluginMessage(file: string, message: VFileMessage): Diagnostic {
  const {fatal, source, ruleId, reason, note} = message
  const place = placeOfMessage(message)
  return {
    code: ruleId === undefined ? 'markdown/plugin-message' : `${source ?? 'plugin'}/${ruleId}`,
    severity: fatal === true ? 'error' : 'warning',
    reason,
    file,
    ...(place === undefined ? {} : {place}),
    ...(note === undefined ? {} : {hint: note})
  }
}

function placeOfMessage({place}: VFileMessage): Place | undefined {
  if (place === undefined) return undefined
  const {start, end} = 'start' in place ? place : {start: place, end: place}
  return {line: start.line, column: start.column, endLine: end.line, endColumn: end.column}
}

/** `text` in one line of a message: a data URL may have megabytes; a message has one line. */
export function shorten(url: string): string {
  const shownMax = 60
  const line = url.replace(/[\s`]+/g, ' ').trim()
  return line.length > shownMax ? `${line.slice(0, shownMax)}…` : line
}

function causeOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).replace(/\s+/g, ' ')
}
