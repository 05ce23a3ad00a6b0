import {closest} from '#src/diagnostics/closest.ts'
import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import {errorAt, warningAt} from '#src/diagnostics/problem-at.ts'
import {kindOf} from '#src/model/front-matter.ts'
import type {JsonValue} from '#src/model/json.ts'

/** Where in the configuration a problem is. */
export interface Subject {
  readonly file: string
  /** `undefined` when the key is not found in the text. */
  readonly place: Place | undefined
  /** The key from the root: `menus.main[0].url`; empty for the whole configuration. */
  readonly key: string
}

/** A misspelled setting such as `tilte: 'Hello'`. `known` are the settings that stand beside it. */
export function unknownKey(subject: Subject, name: string, known: ReadonlyArray<string>): Diagnostic {
  const intended = closest(name, known)
  const hint = intended === undefined ? `Known are ${list(known)}` : `Did you mean \`${intended}\`?`
  return errorAt(subject, 'config/unknown-key', `Expected a known setting, found \`${subject.key}\``, hint)
}

/** A value of the wrong kind, such as `title: 5`. `expected` is a phrase: `a list`. */
export function wrongType(subject: Subject, expected: string, value: unknown): Diagnostic {
  const name = subject.key === '' ? 'the configuration' : `\`${subject.key}\``
  return errorAt(
    subject,
    'config/wrong-type',
    `Expected ${expected} for ${name}, found ${kindInWords(value)}`
  )
}

/** A menu entry without `url`. */
export function missingKey(subject: Subject, name: string): Diagnostic {
  return errorAt(subject, 'config/missing-key', `Expected \`${name}\` in \`${subject.key}\`, found none`)
}

/** A setting that takes a package which the site has not installed. */
export function missingPackage(subject: Subject, name: string): Diagnostic {
  const reason = `Expected the package \`${name}\` for \`${subject.key}\`, found none`
  return errorAt(subject, 'config/missing-package', reason, `Run \`npm install --save-dev ${name}\``)
}

/** A value outside a closed set, such as an unknown order. */
export function unknownValue(subject: Subject, value: unknown, known: ReadonlyArray<string>): Diagnostic {
  const intended = typeof value === 'string' ? closest(value, known) : undefined
  return errorAt(
    subject,
    'config/unknown-value',
    `Expected one of ${list(known)} for \`${subject.key}\`, found ${quote(value)}`,
    intended === undefined ? undefined : `Did you mean \`${intended}\`?`
  )
}

/** A number outside its range, such as `pageSize: 0`. `expected` is a phrase. */
export function outOfRange(subject: Subject, expected: string, value: unknown): Diagnostic {
  const reason = `Expected ${expected} for \`${subject.key}\`, found ${quote(value)}`
  return errorAt(subject, 'config/out-of-range', reason)
}

/** A base URL without scheme, with a query, or none at all. */
export function badBaseUrl(subject: Subject, value: unknown): Diagnostic {
  return errorAt(
    subject,
    'config/bad-base-url',
    `Expected an absolute \`http\` or \`https\` address without query and fragment for \`${subject.key}\`, found ${quote(value)}`,
    'Write it as `https://example.org/` or, for a site in a folder, `https://example.org/blog/`'
  )
}

/** A rule for the code of an error. */
export function fixedCheck(subject: Subject): Diagnostic {
  const reason = `Expected a code of warnings or hints in \`${subject.key}\`, found one of errors`
  return errorAt(
    subject,
    'config/fixed-check',
    reason,
    'Where there is such an error, the output would be wrong'
  )
}

/** A rule for a code that there is not. */
export function unknownCheck(subject: Subject, code: string, intended: string | undefined): Diagnostic {
  return errorAt(
    subject,
    'config/unknown-check',
    `Expected the code of a problem, found \`${code}\``,
    intended === undefined ? 'It stands behind each problem' : `Did you mean \`${intended}\`?`
  )
}

/** An accent that is no color of CSS. */
export function badColor(subject: Subject, value: unknown): Diagnostic {
  const reason = `Expected a color of CSS for \`${subject.key}\`, found ${quote(value)}`
  return errorAt(subject, 'config/bad-color', reason, 'Write it as `#0b57a4` or `oklch(0.5 0.15 250)`')
}

/** A font family that could not stand in a style sheet. */
export function badFont(subject: Subject, value: unknown): Diagnostic {
  const reason = `Expected font families as CSS lists them for \`${subject.key}\`, found ${quote(value)}`
  return errorAt(subject, 'config/bad-font', reason, 'Write it as `"Source Serif", Georgia, serif`')
}

/** An address for changing pages that names no page. */
export function badEditUrl(subject: Subject, value: unknown): Diagnostic {
  return errorAt(
    subject,
    'config/bad-edit-url',
    `Expected an absolute address with \`:source\` for \`${subject.key}\`, found ${quote(value)}`,
    'Write it as `https://github.com/me/site/edit/main/:source`'
  )
}

/** Rules of the feed where there is no feed, since it needs absolute addresses. */
export function feedWithoutBaseUrl(subject: Subject): Diagnostic {
  return warningAt(
    subject,
    'config/feed-without-base-url',
    'Expected a `baseUrl` beside `feed`, found none, so that there is no feed',
    'Write `baseUrl` as the address of the site, or pass `--base-url`'
  )
}

/** Addresses below a path, where a host serves the site at the root. `path` begins and ends with a slash. */
export function pathOfHost(subject: Subject, host: string, path: string): Diagnostic {
  return warningAt(
    subject,
    'config/path-of-host',
    `Expected a \`baseUrl\` without a path for \`${host}\`, which serves \`dist/\` at the root of a domain, found \`${path}\``,
    `Take the path away, or see to it that \`${path}\` leads to this site, and set \`'config/path-of-host': 'off'\` in \`checks\``
  )
}

/** A permalink pattern that does not start with `/` or has an unknown token. `known` are the tokens. */
export function badPermalink(subject: Subject, value: unknown, known: ReadonlyArray<string>): Diagnostic {
  return errorAt(
    subject,
    'config/bad-permalink',
    `Expected a pattern that starts with \`/\` and has no tokens but known ones for \`${subject.key}\`, found ${quote(value)}`,
    `The tokens are ${list(known)}`
  )
}

/** A time zone that the IANA database does not know. */
export function badTimeZone(subject: Subject, value: unknown, known: ReadonlyArray<string>): Diagnostic {
  const intended = typeof value === 'string' ? closest(value, known) : undefined
  return errorAt(
    subject,
    'config/bad-time-zone',
    `Expected the IANA name of a time zone for \`${subject.key}\`, found ${quote(value)}`,
    intended === undefined ? 'Write it as `Europe/Berlin` or `UTC`' : `Did you mean \`${intended}\`?`
  )
}

/** A language that is no BCP 47 tag. */
export function badLanguage(subject: Subject, value: unknown): Diagnostic {
  const reason = `Expected a language tag for \`${subject.key}\`, found ${quote(value)}`
  return errorAt(subject, 'config/bad-language', reason, 'Write it as `en` or `de-CH`')
}

/** A taxonomy's path that is no address within the site. */
export function badPath(subject: Subject, value: unknown): Diagnostic {
  const reason = `Expected an address within the site for \`${subject.key}\`, found ${quote(value)}`
  return errorAt(subject, 'config/bad-path', reason, 'Write it with slashes at both ends: `/topics/`')
}

/** A taxonomy's name that can be no address. */
export function badName(subject: Subject, name: string): Diagnostic {
  const reason = `Expected a name of letters, digits, \`-\` and \`_\`, found \`${name}\``
  return errorAt(subject, 'config/bad-name', reason)
}

/** A value that cannot be stored, such as a function or a cycle in `params`. */
export function notData(subject: Subject, value: unknown): Diagnostic {
  return errorAt(
    subject,
    'config/not-data',
    `Expected plain data for \`${subject.key}\`, found ${kindInWords(value)}`,
    'Text, numbers, `true`, `false`, `null`, lists and mappings are data, at most 100 levels deep'
  )
}

function list(names: ReadonlyArray<string>): string {
  return names.map((name) => `\`${name}\``).join(', ')
}

function quote(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? `\`${value}\`` : kindInWords(value)
}

function kindInWords(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'bigint' || typeof value === 'symbol') return `a ${typeof value}`
  if (typeof value === 'number' && !Number.isFinite(value)) return `\`${value}\``
  if (value instanceof Date) return 'a `Date`'
  return kindOf(value as JsonValue)
}
