import type {Place} from '#src/diagnostics/diagnostic.ts'
import {kindOf} from '#src/model/front-matter.ts'
import type {JsonObject, JsonValue} from '#src/model/json.ts'
import {quote, type Where} from './messages.ts'

/** How and where the values of a block were written; without entries for values that no file holds. */
export interface Writing {
  readonly file: string
  readonly findPlace: (pointer: string) => Place | undefined
  /** Texts of scalars by JSON pointer. */
  readonly written: Readonly<Record<string, string>>
}

/** A value with the key that its author gave it. */
export interface Given {
  readonly key: string
  readonly value: JsonValue
  /** JSON pointer of the value. */
  readonly pointer: string
}

/** Where the value or key at `pointer` is. */
export function whereOf(pointer: string, {file, findPlace}: Writing): Where {
  const place = findPlace(pointer)
  return place ? {file, place} : {file}
}

/**
 * The text of a scalar as its author wrote it, trimmed.
 *
 * @returns
 *   `undefined` for lists, mappings and values that were written as nothing; the word `null` is text.
 */
export function textOf({value, pointer}: Given, {written}: Writing): string | undefined {
  if (typeof value === 'object' && value !== null) return undefined
  return (written[pointer] ?? (value === null ? undefined : String(value)))?.trim()
}

/** What a message says was found: a scalar's text in backticks, else the kind of value. */
export function found(given: Given, writing: Writing): string {
  const text = textOf(given, writing)
  if (text === '') return 'an empty text'
  return text === undefined ? kindOf(given.value) : quote(text)
}

/** Whether `value` is neither a scalar nor a list. */
export function isMapping(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
