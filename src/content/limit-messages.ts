import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {errorAt} from '#src/diagnostics/problem-at.ts'
import type {Where} from './messages.ts'

/** A block over the limit of characters. */
export function tooLarge(where: Where, length: number, max: number): Diagnostic {
  return errorAt(
    where,
    'content/too-large',
    `Expected front matter of at most ${max} characters, found ${length}`
  )
}

/** A run of blank lines or blanks over the limit. */
export function tooBlank(where: Where, max: number): Diagnostic {
  return errorAt(
    where,
    'content/too-blank',
    `Expected fewer than ${max} blanks and empty lines in a row, found more`
  )
}

/** Lists and mappings within each other over the limit. */
export function tooNested(where: Where, max: number): Diagnostic {
  return errorAt(
    where,
    'content/too-nested',
    `Expected at most ${max} levels of lists and mappings, found more`
  )
}

/** A list with more texts than a field has. */
export function tooManyTexts(where: Where, field: string, count: number, max: number): Diagnostic {
  return errorAt(
    where,
    'content/too-many-values',
    `Expected at most ${max} texts for \`${field}\`, found ${count}`
  )
}

/** More values than the limit, with those that aliases repeat. */
export function tooManyValues(where: Where, max: number): Diagnostic {
  return errorAt(
    where,
    'content/too-many-values',
    `Expected at most ${max} values, aliases written out, found more`
  )
}

/** A key over the limit of characters. */
export function keyTooLong(where: Where, max: number): Diagnostic {
  return errorAt(
    where,
    'content/key-too-long',
    `Expected a key of at most ${max} characters, found a longer one`
  )
}

/** A text over the limit of its field. */
export function tooLong(where: Where, field: string, length: number, max: number): Diagnostic {
  return errorAt(
    where,
    'content/too-long',
    `Expected at most ${max} characters for \`${field}\`, found ${length}`
  )
}
