import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {orderDiagnostics} from '#src/diagnostics/order.ts'
import type {FrontMatter, FrontMatterBlock} from '#src/model/front-matter.ts'
import {placeFinder, pointerSegment} from '#src/model/front-matter-places.ts'
import type {JsonObject, JsonValue} from '#src/model/json.ts'
import {checkDates} from './check-dates.ts'
import {fieldNames, spellingsOf} from './field-names.ts'
import {type Field, textsFields, valueFields} from './fields.ts'
import {found, type Given, isMapping, type Writing, whereOf} from './given-value.ts'
import {expectedMapping, fieldTwice, nestedCascade, unknownField, type Where} from './messages.ts'
import {readTexts, readValue} from './read-field.ts'
import {similarField} from './similar-field.ts'

/** The name of a field by every accepted spelling. */
const namesBySpelling: ReadonlyMap<string, string> = new Map(
  fieldNames.flatMap((name) => spellingsOf(name).map((spelling) => [spelling, name] as const))
)

const valueEntries: ReadonlyArray<readonly [string, Field<unknown>]> = Object.entries(valueFields)

/**
 * Type the fields of a front matter block, or of defaults from elsewhere (with `noPlaces` and nothing in `written`).
 *
 * A wrong value is reported at its place and left out: the field is absent, or the list is without the item. Unknown
 * keys are kept in `params` as written; where `params` has the same key, the value in `params` wins.
 *
 * @returns
 *   Diagnostics in the order of their places: one `content/expected-…` or `content/bad-…` for each wrong value,
 *   `content/too-long`, `content/field-twice`, `content/nested-cascade`, and as warnings `content/unknown-field` (only
 *   where a known name is near), `content/dates-out-of-order` and `content/not-text` (a number in a list of texts, used as written).
 */
export function typeFrontMatter(
  file: string,
  block: Pick<FrontMatterBlock, 'data' | 'places' | 'written'>
): Checked<FrontMatter> {
  const writing: Writing = {file, findPlace: placeFinder(block.places), written: block.written}
  const {value, diagnostics} = typeMapping(block.data, '', writing)
  return {value, diagnostics: orderDiagnostics(diagnostics)}
}

function typeMapping(data: JsonObject, pointer: string, writing: Writing): Checked<FrontMatter> {
  const diagnostics: Array<Diagnostic> = []
  const givenByName = new Map<string, Given>()
  const unknown: Array<[string, JsonValue]> = []
  for (const [key, value] of Object.entries(data)) sortIn(key, value)

  const typed: Record<string, unknown> = {}
  for (const [key, field] of valueEntries) {
    const given = givenByName.get(field.name)
    if (given !== undefined) set(key, keep(readValue(field, given, writing)))
  }
  const cascade = keepOf('cascade', typeCascade)
  for (const field of textsFields) {
    const given = givenByName.get(field.name)
    if (given === undefined) continue
    const texts = keep(readTexts(field, given, writing))
    const earlier = typed[field.key]
    set(field.key, texts && Array.isArray(earlier) ? [...new Set([...earlier, ...texts])] : texts)
  }
  const params = keepOf('params', mappingOf) ?? {}
  set('params', Object.fromEntries([...unknown, ...Object.entries(params)]))
  set('cascade', cascade)
  // The tables are typed by the model: every key above has a value of its own type.
  const value = typed as unknown as FrontMatter
  diagnostics.push(...checkDates(value, (name) => whereOf(givenByName.get(name)?.pointer ?? '', writing)))
  return {value, diagnostics}

  /** Find out which field a key is; of several spellings of one field the first counts. */
  function sortIn(key: string, value: JsonValue): void {
    const below = `${pointer}/${pointerSegment(key)}`
    const name = namesBySpelling.get(key)
    const first = name === undefined ? undefined : givenByName.get(name)
    const atKey = (): Where => whereOf(`${below}#key`, writing)
    if (first) diagnostics.push(fieldTwice(atKey(), key, first.key))
    if (name !== undefined && !first) givenByName.set(name, {key, value, pointer: below})
    if (name !== undefined) return
    unknown.push([key, value])
    const intended = similarField(key)
    if (intended !== undefined) diagnostics.push(unknownField(atKey(), key, intended))
  }

  function keepOf<Value>(
    name: string,
    read: (given: Given) => Checked<Value | undefined>
  ): Value | undefined {
    const given = givenByName.get(name)
    return given && keep(read(given))
  }

  function keep<Value>(result: Checked<Value>): Value {
    diagnostics.push(...result.diagnostics)
    return result.value
  }

  function set(key: string, value: unknown): void {
    if (value !== undefined) typed[key] = value
  }

  function typeCascade(given: Given): Checked<FrontMatter | undefined> {
    const where = whereOf(given.pointer, writing)
    // A config may hold a mapping that contains itself.
    if (pointer !== '') return {value: undefined, diagnostics: [nestedCascade(where)]}
    const mapping = mappingOf(given)
    return mapping.value ? typeMapping(mapping.value, given.pointer, writing) : {...mapping, value: undefined}
  }

  function mappingOf(given: Given): Checked<JsonObject | undefined> {
    if (isMapping(given.value)) return {value: given.value, diagnostics: []}
    const where = whereOf(given.pointer, writing)
    const isAbsent = given.value === null
    return {
      value: undefined,
      diagnostics: isAbsent ? [] : [expectedMapping(where, given.key, found(given, writing))]
    }
  }
}
