import type {Checked, Place} from '#src/diagnostics/diagnostic.ts'
import type {FrontMatterPlaces} from '#src/model/front-matter.ts'
import type {JsonObject} from '#src/model/json.ts'
import type {SchemaIssue, StandardSchema} from '#src/model/schema.ts'
import {asynchronousSchema, refusedBySchema} from './messages.ts'

/** What a schema is applied to. */
export interface SchemaSubject {
  readonly file: string
  readonly section: string
  readonly params: JsonObject
  readonly places: FrontMatterPlaces
}

/**
 * Params as the section's schema types them; as they are where it refuses them, with an error for each issue. What the
 * schema yields is taken as plain data: a date becomes text.
 */
export function applySchema(schema: StandardSchema, subject: SchemaSubject): Checked<JsonObject> {
  const {file, section, params, places} = subject
  const result = schema['~standard'].validate(params)
  if (result instanceof Promise) return {value: params, diagnostics: [asynchronousSchema(file, section)]}
  if (result.issues === undefined) {
    return {value: JSON.parse(JSON.stringify(result.value ?? {})) as JsonObject, diagnostics: []}
  }
  const diagnostics = result.issues.map((issue) => {
    const path = pathOf(issue)
    return refusedBySchema(file, placeOf(path, places), path.join('.') || 'params', issue.message, section)
  })
  return {value: params, diagnostics}
}

function pathOf(issue: SchemaIssue): ReadonlyArray<string> {
  return (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step))
}

/** The nearest written value around a path; free values stand at the top or below `params`. */
function placeOf(path: ReadonlyArray<string>, places: FrontMatterPlaces): Place | undefined {
  for (let length = path.length; length > 0; length--) {
    const pointer = `/${path.slice(0, length).join('/')}`
    const place = places[pointer] ?? places[`/params${pointer}`]
    if (place !== undefined) return place
  }
  return undefined
}
