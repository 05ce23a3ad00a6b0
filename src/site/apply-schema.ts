import {closest} from '#src/diagnostics/closest.ts'
import type {Checked, Place} from '#src/diagnostics/diagnostic.ts'
import {kindOf} from '#src/model/front-matter.ts'
import {type FrontMatterPlaces, paramPlace, placeFinder} from '#src/model/front-matter-places.ts'
import type {JsonObject, JsonValue} from '#src/model/json.ts'
import type {SchemaIssue, StandardSchema} from '#src/model/schema.ts'
import {asynchronousSchema, refusedBySchema, schemaFailed} from './messages.ts'

/** What a schema is applied to. */
export interface SchemaSubject {
  readonly file: string
  readonly section: string
  readonly params: JsonObject
  readonly places: FrontMatterPlaces
}

/**
 * Params as the section's schema types them; as they are where it refuses them, with an error for each issue. What the
 * schema yields is taken as plain data: a date becomes text. Reports `site/schema`, `site/schema-failed` and
 * `site/asynchronous-schema`.
 */
export function applySchema(schema: StandardSchema, subject: SchemaSubject): Checked<JsonObject> {
  const {file, section, params, places} = subject
  try {
    const result = schema['~standard'].validate(params)
    if ('then' in result) {
      // Nobody waits for it, so that its failure would end the process.
      result.catch(() => undefined)
      return {value: params, diagnostics: [asynchronousSchema(file, section)]}
    }
    if (result.issues === undefined) return typed(result.value, subject)
    const findPlace = placeFinder(places)
    const diagnostics = result.issues.map((issue) => {
      const path = pathOf(issue)
      const [name] = path
      const isMissing = name !== undefined && !Object.hasOwn(params, name)
      const near = isMissing ? closest(name, Object.keys(params)) : undefined
      const place = near === undefined ? placeOf(path, findPlace) : paramPlace(findPlace, [near], '#key')
      return refusedBySchema({file, place}, issue.message, {
        path: path.join('.') || 'params',
        section,
        ...(isMissing ? {missing: {name, near}} : {})
      })
    })
    return {value: params, diagnostics}
  } catch (problem) {
    const text = problem instanceof Error ? problem.message : String(problem)
    return {value: params, diagnostics: [schemaFailed(file, section, `it failed: ${text}`)]}
  }
}

/** The answer of a schema as plain data. Throws for what JSON cannot hold. */
function typed(answer: unknown, {file, section, params}: SchemaSubject): Checked<JsonObject> {
  const json = JSON.stringify(answer ?? {}) as string | undefined
  const value = json === undefined ? undefined : (JSON.parse(json) as JsonValue)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return {value: value as JsonObject, diagnostics: []}
  }
  const found = value === undefined ? `a ${typeof answer}` : kindOf(value)
  return {value: params, diagnostics: [schemaFailed(file, section, `it answered with ${found}`)]}
}

function pathOf(issue: SchemaIssue): ReadonlyArray<string> {
  return (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step))
}

/** The nearest written value around a path. */
function placeOf(path: ReadonlyArray<string>, findPlace: ReturnType<typeof placeFinder>): Place | undefined {
  for (let length = path.length; length > 0; length--) {
    const place = paramPlace(findPlace, path.slice(0, length))
    if (place !== undefined) return place
  }
  return undefined
}
