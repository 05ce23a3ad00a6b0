import type {z} from 'zod'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {knownKeys, type Problem, permalinkTokens} from './config-schema.ts'
import {findKey, type KeyPath} from './find-key.ts'
import {
  badBaseUrl,
  badLanguage,
  badName,
  badPath,
  badPermalink,
  badTimeZone,
  missingKey,
  notData,
  outOfRange,
  type Subject,
  unknownKey,
  unknownValue,
  wrongType
} from './messages.ts'

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

/** What zod found wrong with a configuration, in the order found. */
export function reportIssues(
  issues: ReadonlyArray<z.core.$ZodIssue>,
  written: Written
): ReadonlyArray<Report> {
  return issues.flatMap((issue) => reportIssue(issue, [], written))
}

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: '`true` or `false`',
  int: 'a whole number',
  number: 'a number',
  object: 'a mapping',
  record: 'a mapping',
  string: 'text'
}

const problems: {
  readonly [Name in Problem]: (subject: Subject, value: unknown, path: KeyPath) => Diagnostic
} = {
  baseUrl: badBaseUrl,
  language: badLanguage,
  name: (subject, _, path) => badName(subject, String(path.at(-1) ?? '')),
  notData,
  path: badPath,
  permalink: (subject, value) => badPermalink(subject, value, permalinkTokens),
  plugin: (subject, value) =>
    wrongType(subject, 'a plugin (a function), or a list of it and its options,', value),
  schema: (subject, value) => wrongType(subject, 'a schema of zod, valibot or arktype', value),
  timeZone: (subject, value) => badTimeZone(subject, value, [...Intl.supportedValuesOf('timeZone'), 'UTC'])
}

function reportIssue(issue: z.core.$ZodIssue, base: KeyPath, written: Written): ReadonlyArray<Report> {
  const path = [...base, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))]
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeysAt(path)
    return issue.keys.map((name) => {
      const keyPath = [...path, name]
      return {path: keyPath, diagnostic: unknownKey(subjectAt(keyPath, written), name, known)}
    })
  }
  const value = valueAt(written.value, path)
  if (issue.code === 'invalid_union') {
    // Every union is `false` or a mapping: a mapping is judged as such.
    const branch = issue.errors.at(-1) ?? []
    const isMappingMeant = typeof value === 'object' && value !== null && !Array.isArray(value)
    if (isMappingMeant) return branch.flatMap((inner) => reportIssue(inner, path, written))
    return [{path, diagnostic: wrongType(subjectAt(path, written), 'a mapping or `false`', value)}]
  }
  const isMissing = value === undefined && typeof path.at(-1) === 'string'
  if (isMissing) {
    const owner = path.slice(0, -1)
    return [{path: owner, diagnostic: missingKey(subjectAt(owner, written), String(path.at(-1)))}]
  }
  return [{path, diagnostic: describe(issue, subjectAt(path, written), value, path)}]
}

function describe(issue: z.core.$ZodIssue, subject: Subject, value: unknown, path: KeyPath): Diagnostic {
  if (issue.code === 'custom') {
    const problem: unknown = issue.params?.['problem']
    if (isProblem(problem)) return problems[problem](subject, value, path)
  }
  if (issue.code === 'invalid_value') return unknownValue(subject, value, issue.values.map(String))
  if (issue.code === 'too_small') {
    const expected = issue.origin === 'number' ? `a number of at least ${issue.minimum}` : 'something'
    return issue.origin === 'number'
      ? outOfRange(subject, expected, value)
      : wrongType(subject, 'more than an empty value', value)
  }
  if (issue.code === 'too_big') return outOfRange(subject, `a number of at most ${issue.maximum}`, value)
  const expected = issue.code === 'invalid_type' ? (kinds[issue.expected] ?? issue.expected) : 'another value'
  return wrongType(subject, expected, value)
}

function isProblem(name: unknown): name is Problem {
  return typeof name === 'string' && Object.hasOwn(problems, name)
}

function knownKeysAt(path: KeyPath): ReadonlyArray<string> {
  const isInEnvironment = path[0] === 'environments'
  const [first = ''] = isInEnvironment ? path.slice(2) : path
  const known = knownKeys[first] ?? []
  return isInEnvironment && first === '' ? known.filter((name) => name !== 'environments') : known
}

function subjectAt(path: KeyPath, {file, text}: Written): Subject {
  let key = ''
  for (const part of path) {
    if (typeof part === 'number') key += `[${part}]`
    else key += key === '' ? part : `.${part}`
  }
  return {file, place: findKey(text, path), key}
}

function valueAt(value: unknown, path: KeyPath): unknown {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined
    current = Reflect.get(current, key)
  }
  return current
}
