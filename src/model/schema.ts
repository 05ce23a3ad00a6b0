/**
 * The part of Standard Schema that Galley uses, so that a site may bring zod, valibot or arktype.
 *
 * @see https://standardschema.dev
 */
export interface StandardSchema<Input = unknown, Result = Input> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => SchemaResult<Result> | Promise<SchemaResult<Result>>
    readonly types?: {readonly input: Input; readonly output: Result} | undefined
  }
}

/** A typed value, or what is wrong with it. */
export type SchemaResult<Value> =
  | {readonly value: Value; readonly issues?: undefined}
  | {readonly issues: ReadonlyArray<SchemaIssue>}

/** One problem of a value. */
export interface SchemaIssue {
  readonly message: string
  readonly path?: ReadonlyArray<PropertyKey | {readonly key: PropertyKey}> | undefined
}
