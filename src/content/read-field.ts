import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {JsonValue} from '#src/model/json.ts'
import {blankText} from './field-messages.ts'
import type {Field, TextsField} from './fields.ts'
import {found, type Given, isMapping, textOf, type Writing, whereOf} from './given-value.ts'
import {tooLong, tooManyTexts} from './limit-messages.ts'
import {expectedTexts, notText, quote, type Where} from './messages.ts'

/** The typed value of a field; `undefined` when it is empty, or wrong and reported. */
export function readValue<Value>(
  field: Field<Value>,
  given: Given,
  writing: Writing
): Checked<Value | undefined> {
  const text = field.reads === 'value' ? undefined : textOf(given, writing)
  const isNull = given.value === null && (field.reads !== 'text or null' || text === undefined)
  const where = (): Where => whereOf(given.pointer, writing)
  // `title: ''` says that there is none; blanks between quotes were to be something.
  const isBlank = text === '' && typeof given.value === 'string' && given.value !== ''
  if (isBlank) return {value: undefined, diagnostics: [blankText(where(), given.key)]}
  if (isNull || text === '') return {value: undefined, diagnostics: []}
  const {lengthMax = Number.POSITIVE_INFINITY} = field
  if (text !== undefined && text.length > lengthMax) {
    return {value: undefined, diagnostics: [tooLong(where(), given.key, text.length, lengthMax)]}
  }
  const value = field.read(text ?? given.value)
  if (value !== undefined) return {value, diagnostics: []}
  const problem = field.refuse(where(), given.key, foundScalar(given, writing))
  return {value, diagnostics: [text === undefined ? problem : withHint(problem, field, text)]}
}

function withHint(problem: Diagnostic, {hintFor}: Pick<Field<unknown>, 'hintFor'>, text: string): Diagnostic {
  const hint = hintFor?.(text, problem.file)
  return hint === undefined ? problem : {...problem, hint}
}

/** Of one field: each tag and alias is a page of its own, so that more are a site and no article. */
const textsMax = 1_000

/**
 * The texts of a field, trimmed, each once, in the order written; `undefined` when the field is empty, or wrong; `false` when it is off.
 *
 * Empty items are dropped. Wrong items are reported and dropped.
 */
export function readTexts(
  field: TextsField,
  given: Given,
  writing: Writing
): Checked<ReadonlyArray<string> | false | undefined> {
  if (given.value === false && field.mayBeOff === true) return {value: false, diagnostics: []}
  if (given.value === null) return {value: undefined, diagnostics: []}
  if (isMapping(given.value)) {
    const problem = expectedTexts(whereOf(given.pointer, writing), given.key, found(given, writing))
    return {value: undefined, diagnostics: [problem]}
  }
  const items = itemsOf(field, given, writing)
  if (items.length > textsMax) {
    const where = whereOf(given.pointer, writing)
    return {value: undefined, diagnostics: [tooManyTexts(where, given.key, items.length, textsMax)]}
  }
  const diagnostics: Array<Diagnostic> = []
  const texts = new Set<string>()
  for (const item of items) {
    const {value, diagnostics: problems} = readItem(field, item, writing)
    diagnostics.push(...problems)
    if (value !== undefined) texts.add(value)
  }
  const isEmptyText = typeof given.value === 'string' && texts.size === 0
  return {value: isEmptyText ? undefined : [...texts], diagnostics}
}

function itemsOf({isSplit}: TextsField, given: Given, writing: Writing): ReadonlyArray<Given> {
  const {key, pointer, value} = given
  if (isList(value)) return value.map((item, index) => ({key, value: item, pointer: `${pointer}/${index}`}))
  if (!isSplit || typeof value !== 'string') return [given]
  // The parts keep the pointer of the whole, which has no text of its own in `written`.
  return (textOf(given, writing) ?? '').split(',').map((part) => ({key, value: part, pointer}))
}

function readItem(field: TextsField, item: Given, writing: Writing): Checked<string | undefined> {
  const where = (): Where => whereOf(item.pointer, writing)
  if (item.value === null) return {value: undefined, diagnostics: []}
  const text = textOf(item, writing)
  if (text === undefined) {
    return {value: undefined, diagnostics: [expectedTexts(where(), item.key, found(item, writing))]}
  }
  if (text === '') return {value: undefined, diagnostics: []}
  if (!field.accepts(text)) {
    const problem = field.refuse(where(), item.key, quote(text))
    return {value: undefined, diagnostics: [withHint(problem, field, text)]}
  }
  return {
    value: text,
    diagnostics: typeof item.value === 'string' ? [] : [notText(where(), item.key, quote(text))]
  }
}

/** As `found`, with the quotes of a text that would be right without them: `"false"`. */
function foundScalar(given: Given, writing: Writing): string {
  return given.value === 'true' || given.value === 'false' ? quote(`"${given.value}"`) : found(given, writing)
}

function isList(value: JsonValue): value is ReadonlyArray<JsonValue> {
  return Array.isArray(value)
}
