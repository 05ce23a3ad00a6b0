import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {permalinkTokens} from './address-patterns.ts'
import {findKey, type KeyPath, keyText} from './find-key.ts'
import {
  badBaseUrl,
  badColor,
  badEditUrl,
  badFont,
  badLanguage,
  badName,
  badPath,
  badPermalink,
  badTimeZone,
  feedWithoutBaseUrl,
  missingKey,
  missingPackage,
  notData,
  outOfRange,
  pathOfHost,
  type Subject,
  unknownKey,
  unknownValue,
  wrongType
} from './messages.ts'
import {
  badHeaderName,
  badHeaderPath,
  badHeaderValue,
  badPolicySource,
  badRedirectFrom,
  badRedirectStatus,
  badRedirectTo,
  redirectElsewhere,
  redirectOfGone,
  unknownPlaceholder
} from './redirect-messages.ts'
import type {Fault, Issue, Problem} from './shape.ts'

/** The text of a configuration and its value as loaded. */
export interface Written {
  readonly file: string
  readonly text: string
  readonly value: unknown
}

/** A problem of a configuration, and the path to what has to be left out so that the rest is right. */
export interface Report {
  readonly path: KeyPath
  readonly diagnostic: Diagnostic
}

/** What is wrong with a configuration, in the order found. */
export function reportIssues(issues: ReadonlyArray<Issue>, written: Written): ReadonlyArray<Report> {
  return issues.map((issue) => reportIssue(issue, written))
}

const problems: {
  readonly [Name in Problem]: (subject: Subject, value: unknown, path: KeyPath) => Diagnostic
} = {
  baseUrl: badBaseUrl,
  color: badColor,
  editUrl: badEditUrl,
  font: badFont,
  headerName: (subject, _, path) => badHeaderName(subject, String(path.at(-1) ?? '')),
  headerPath: (subject, _, path) => badHeaderPath(subject, String(path.at(-1) ?? '')),
  headerValue: badHeaderValue,
  language: badLanguage,
  name: (subject, _, path) => badName(subject, String(path.at(-1) ?? '')),
  notData,
  path: badPath,
  permalink: (subject, value) => badPermalink(subject, value, permalinkTokens),
  plugin: (subject, value) =>
    wrongType(subject, 'a plugin (a function), or a list of it and its options,', value),
  policySource: badPolicySource,
  redirectFrom: badRedirectFrom,
  redirectName: unknownPlaceholder,
  redirectStatus: badRedirectStatus,
  redirectTo: badRedirectTo,
  redirectToElsewhere: redirectElsewhere,
  redirectToNone: redirectOfGone,
  schema: (subject, value) => wrongType(subject, 'a schema of zod, valibot or arktype', value),
  timeZone: (subject, value) => badTimeZone(subject, value, [...Intl.supportedValuesOf('timeZone'), 'UTC'])
}

function reportIssue({path, fault}: Issue, written: Written): Report {
  // A mapping without a key that it needs is left out as a whole.
  if (fault.kind === 'missing key') {
    const owner = path.slice(0, -1)
    return {path: owner, diagnostic: missingKey(subjectAt(owner, written), String(path.at(-1)))}
  }
  return {path, diagnostic: describe(fault, subjectAt(path, written), valueAt(written.value, path), path)}
}

function describe(
  fault: Exclude<Fault, {kind: 'missing key'}>,
  subject: Subject,
  value: unknown,
  path: KeyPath
): Diagnostic {
  if (fault.kind === 'refused') return problems[fault.problem](subject, value, path)
  if (fault.kind === 'unknown key') return unknownKey(subject, String(path.at(-1)), fault.known)
  if (fault.kind === 'unknown value') return unknownValue(subject, value, fault.known)
  const message = fault.kind === 'range' ? outOfRange : wrongType
  return message(subject, fault.expected, value)
}

function subjectAt(path: KeyPath, {file, text}: Written): Subject {
  return {file, place: findKey(text, path), key: keyText(path)}
}

function valueAt(value: unknown, path: KeyPath): unknown {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined
    current = Reflect.get(current, key)
  }
  return current
}

/** What is wrong with the base URL of the command line. */
export function wrongOverride(file: string, baseUrl: string | undefined): Diagnostic {
  return badBaseUrl({file, place: undefined, key: '--base-url'}, baseUrl)
}

/** What is wrong with feeds of a site without an address. */
export function lostFeed(file: string, text: string): Diagnostic {
  return feedWithoutBaseUrl({file, place: findKey(text, ['feed']), key: 'feed'})
}

/** What is wrong with an address below a path. */
export function wrongPath(file: string, text: string, host: string, path: string): Diagnostic {
  return pathOfHost({file, place: findKey(text, ['baseUrl']), key: 'baseUrl'}, host, path)
}

/** What is wrong with a setting whose package is not there. */
export function lackOf(
  {name, key}: {readonly name: string; readonly key: ReadonlyArray<string>},
  file: string,
  text: string
): Diagnostic {
  return missingPackage({file, place: findKey(text, key), key: key.join('.')}, name)
}
