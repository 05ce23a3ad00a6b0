import {type WrongUsage, wrong} from './wrong-usage.ts'

/** How changes are told. */
export type ChangesFormat = 'text' | 'json' | 'markdown'

/** `galley diff`. */
export interface DiffArguments {
  readonly kind: 'diff'
  /** Built sites, as written. */
  readonly before: string
  readonly after: string
  readonly format: ChangesFormat
}

const formats: ReadonlyArray<ChangesFormat> = ['text', 'json', 'markdown']

/** Check what follows `diff`. */
export function toDiffArguments(
  rest: ReadonlyArray<string>,
  given: ReadonlyMap<string, string | undefined>
): DiffArguments | WrongUsage {
  const [before, after, ...others] = rest
  if (before === undefined || after === undefined || others.length > 0) {
    return wrong(`Expected two folders after \`diff\`, found ${rest.length}`, {command: 'diff'})
  }
  const named = given.has('json') ? 'json' : (given.get('format') ?? 'text')
  const format = formats.find((name) => name === named)
  return format === undefined
    ? wrong(`Expected text, json or markdown after \`--format\`, found \`${named}\``, {command: 'diff'})
    : {kind: 'diff', before, after, format}
}
