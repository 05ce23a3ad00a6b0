import {type WrongUsage, wrong} from './wrong-usage.ts'

/** `galley related`. */
export interface RelatedArguments {
  readonly kind: 'related'
  /** An address or a file, as written; `undefined` for a report on the whole site. */
  readonly article: string | undefined
  readonly folder: string
  /** File for the report as a page, relative to the current folder. */
  readonly html: string | undefined
  readonly json: boolean
}

/** Check what follows `related`. */
export function toRelatedArguments(
  rest: ReadonlyArray<string>,
  given: ReadonlyMap<string, string | undefined>
): RelatedArguments | WrongUsage {
  const isReport = given.has('report') || given.has('html')
  const [article, ...folders] = isReport ? [undefined, ...rest] : rest
  if (article === undefined && !isReport) {
    return wrong('Expected an address or a file after `related`, or `--report`', {command: 'related'})
  }
  if (folders.length > 1) {
    const found = folders.map((folder) => `\`${folder}\``).join(' ')
    return wrong(`Expected one folder, found ${found}`, {command: 'related'})
  }
  return {
    kind: 'related',
    article,
    folder: folders[0] ?? '.',
    html: given.get('html'),
    json: given.has('json')
  }
}
