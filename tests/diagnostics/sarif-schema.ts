import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with {type: 'json'}
import draft04 from 'ajv-draft-04'
import formats from 'ajv-formats'

// One of its patterns has a lone bracket, which only the older kind of expressions allows.
const ajv = new draft04.default({allErrors: true, strict: false, unicodeRegExp: false})
formats.default(ajv)
const validate = ajv.compile(schema)

/** What the official schema of SARIF 2.1.0 finds wrong with a log: path and sentence. */
export function schemaMistakes(log: unknown): ReadonlyArray<string> {
  if (validate(log)) return []
  return (validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`)
}
