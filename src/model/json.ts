/** What a text file or a stored trace can hold. */
export type JsonValue = string | number | boolean | null | ReadonlyArray<JsonValue> | JsonObject

/** A mapping of names to JSON values. */
export interface JsonObject {
  readonly [key: string]: JsonValue
}
