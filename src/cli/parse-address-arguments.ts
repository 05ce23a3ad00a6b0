import {tooManyFolders, type WrongUsage, wrong} from './wrong-usage.ts'

/** `galley urls`. */
export interface UrlsArguments {
  readonly kind: 'urls'
  readonly folder: string
  /** Whether addresses are recorded, rather than listed. */
  readonly write: boolean
  readonly json: boolean
}

/** `galley mv`. */
export interface MoveArguments {
  readonly kind: 'mv'
  /** As written: a file or folder, with or without `content/`; with `#`, a heading of a file. */
  readonly from: string
  /** Where it goes; of a heading, what it is to say. */
  readonly to: string
  readonly folder: string
  readonly dryRun: boolean
}

/** What `urls` is asked for. */
export function toUrlsArguments(
  folder: string,
  given: ReadonlyMap<string, string | undefined>
): UrlsArguments {
  return {kind: 'urls', folder, write: given.has('write'), json: given.has('json')}
}

/** Check what follows `mv`. */
export function toMoveArguments(
  [from, to, ...folders]: ReadonlyArray<string>,
  given: ReadonlyMap<string, string | undefined>
): MoveArguments | WrongUsage {
  if (from === undefined || to === undefined)
    return wrong('Expected two paths after `mv`, that of a file or folder and where it goes', {command: 'mv'})
  const [folder = '.'] = folders
  return tooManyFolders(folders, 'mv') ?? {kind: 'mv', from, to, folder, dryRun: given.has('dry-run')}
}
