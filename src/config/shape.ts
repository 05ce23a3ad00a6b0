import type {KeyPath} from './find-key.ts'
import {isMapping} from './merge-settings.ts'

/** One value that is not as its shape says. */
export interface Issue {
  /** Path from the root to the value; of a key that is missing or unknown, to the key. */
  readonly path: KeyPath
  readonly fault: Fault
}

/** What is wrong with a value. */
export type Fault =
  /** `expected` is for people: `a list`. */
  | {readonly kind: 'type'; readonly expected: string}
  | {readonly kind: 'range'; readonly expected: string}
  | {readonly kind: 'missing key'}
  | {readonly kind: 'unknown key'; readonly known: ReadonlyArray<string>}
  | {readonly kind: 'unknown value'; readonly known: ReadonlyArray<string>}
  | {readonly kind: 'refused'; readonly problem: Problem}

/** What Galley itself checks, beside the kinds of values; `reportIssues` has a message for each. */
export type Problem =
  | 'baseUrl'
  | 'color'
  | 'editUrl'
  | 'font'
  | 'headerName'
  | 'headerPath'
  | 'headerValue'
  | 'language'
  | 'name'
  | 'notData'
  | 'path'
  | 'permalink'
  | 'plugin'
  | 'policySource'
  | 'redirectFrom'
  | 'redirectName'
  | 'redirectStatus'
  | 'redirectTo'
  | 'redirectToElsewhere'
  | 'redirectToNone'
  | 'schema'
  | 'timeZone'

/** What a value has to be: finds what is wrong with one that stands at `path`, in the order of keys and items. */
export type Shape = (value: unknown, path: KeyPath) => ReadonlyArray<Issue>

export const text: Shape = (value, path) => (typeof value === 'string' ? [] : [wrongType(path, 'text')])

/** A text with something in it. */
export const someText: Shape = (value, path) =>
  value === '' ? [wrongType(path, 'more than an empty value')] : text(value, path)

/** A text that `isRight` accepts; else it has the problem. */
export function textLike(problem: Problem, isRight: (value: string) => boolean): Shape {
  return (value, path) => {
    if (typeof value !== 'string') return text(value, path)
    return isRight(value) ? [] : [refused(path, problem)]
  }
}

/** A value of any kind that `isRight` accepts; else it has the problem. */
export function valueLike(problem: Problem, isRight: (value: unknown) => boolean): Shape {
  return (value, path) => (isRight(value) ? [] : [refused(path, problem)])
}

/** A whole number from `min` on. */
export function wholeNumber(min: number): Shape {
  return wholeNumberWithin(min, Number.MAX_SAFE_INTEGER)
}

/** A whole number from `min` to `max`. */
export function wholeNumberWithin(min: number, max: number): Shape {
  return (value, path) => {
    if (typeof value !== 'number') return [wrongType(path, 'a number')]
    if (!Number.isInteger(value)) return [wrongType(path, 'a whole number')]
    if (value < min) return [{path, fault: {kind: 'range', expected: `a number of at least ${min}`}}]
    if (Number.isSafeInteger(value) && value <= max) return []
    return [{path, fault: {kind: 'range', expected: `a number of at most ${max}`}}]
  }
}

/** A number from `min` to `max`. */
export function numberWithin(min: number, max: number): Shape {
  return (value, path) => {
    if (typeof value !== 'number' || Number.isNaN(value)) return [wrongType(path, 'a number')]
    if (value < min) return [{path, fault: {kind: 'range', expected: `a number of at least ${min}`}}]
    return value <= max ? [] : [{path, fault: {kind: 'range', expected: `a number of at most ${max}`}}]
  }
}

/** One of some texts. */
export function oneOf(known: ReadonlyArray<string>): Shape {
  const texts = new Set<unknown>(known)
  return (value, path) => (texts.has(value) ? [] : [{path, fault: {kind: 'unknown value', known}}])
}

/** One of some texts, or `false`. */
export function oneOfOrFalse(known: ReadonlyArray<string>): Shape {
  const text = oneOf([...known, 'false'])
  return (value, path) => (value === false ? [] : text(value === 'false' ? undefined : value, path))
}

export const trueOrFalse: Shape = (value, path) =>
  typeof value === 'boolean' ? [] : [wrongType(path, '`true` or `false`')]

/** A list of items of one shape. */
export function listOf(item: Shape): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) return [wrongType(path, 'a list')]
    return value.flatMap((one: unknown, index) => item(one, [...path, index]))
  }
}

/** As `listOf`, with an item at least. */
export function someOf(item: Shape): Shape {
  const list = listOf(item)
  return (value, path) =>
    Array.isArray(value) && value.length === 0
      ? [wrongType(path, 'more than an empty value')]
      : list(value, path)
}

/** A mapping of any names to values of one shape. */
export function recordOf(item: Shape): Shape {
  return (value, path) => {
    if (!isMapping(value)) return [wrongType(path, 'a mapping')]
    return Object.entries(value).flatMap(([name, one]) =>
      one === undefined ? [missingKey([...path, name])] : item(one, [...path, name])
    )
  }
}

/** A mapping of known keys. A key whose value is `undefined` counts as absent. */
export function mappingOf(keys: {
  readonly required?: Readonly<Record<string, Shape>>
  readonly optional: Readonly<Record<string, Shape>>
}): Shape {
  const {required = {}, optional} = keys
  const shapes = new Map(Object.entries({...required, ...optional}))
  return (value, path) => {
    if (!isMapping(value)) return [wrongType(path, 'a mapping')]
    const wrong = [...shapes].flatMap(([name, shape]) => {
      const one = Object.hasOwn(value, name) ? value[name] : undefined
      if (one !== undefined) return shape(one, [...path, name])
      return Object.hasOwn(required, name) ? [missingKey([...path, name])] : []
    })
    const unknown = Object.keys(value).flatMap((name): ReadonlyArray<Issue> => {
      if (shapes.has(name)) return []
      return [{path: [...path, name], fault: {kind: 'unknown key', known: [...shapes.keys()]}}]
    })
    return [...wrong, ...unknown]
  }
}

/** What `mapping` says of mappings, or `false`. */
export function mappingOrFalse(mapping: Shape): Shape {
  return (value, path) => {
    if (value === false) return []
    return isMapping(value) ? mapping(value, path) : [wrongType(path, 'a mapping or `false`')]
  }
}

/** What is as `first` says, and then as `second` does. */
export function both(first: Shape, second: Shape): Shape {
  return (value, path) => {
    const issues = first(value, path)
    return issues.length === 0 ? second(value, path) : issues
  }
}

/** An issue of a value that Galley's own check refuses. */
export function refused(path: KeyPath, problem: Problem): Issue {
  return {path, fault: {kind: 'refused', problem}}
}

function wrongType(path: KeyPath, expected: string): Issue {
  return {path, fault: {kind: 'type', expected}}
}

function missingKey(path: KeyPath): Issue {
  return {path, fault: {kind: 'missing key'}}
}
