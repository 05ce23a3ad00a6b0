import type {CommandName} from './option-table.ts'
import {tooManyFolders, type WrongUsage, wrong} from './wrong-usage.ts'

/** `galley new`. */
export interface NewArguments {
  readonly kind: 'new'
  /** Below `content/`, as written. */
  readonly path: string
  readonly title: string | undefined
  readonly folder: string
}

/** `galley init`. */
export interface InitArguments {
  readonly kind: 'init'
  /** Root of the site to be, as written; `.` by default. */
  readonly folder: string
  readonly title: string | undefined
}

type Given = ReadonlyMap<string, string | undefined>

/** Check what follows `galley new`. */
export function toNewArguments(rest: ReadonlyArray<string>, given: Given): NewArguments | WrongUsage {
  const command: CommandName = 'new'
  const [path, ...folders] = rest
  if (path === undefined) return wrong('Expected a path such as `articles/my-title` after `new`', {command})
  const folder = folders[0] ?? '.'
  return tooManyFolders(folders, command) ?? {kind: command, path, title: given.get('title'), folder}
}

/** Check what follows `galley init`. */
export function toInitArguments(folders: ReadonlyArray<string>, given: Given): InitArguments | WrongUsage {
  const folder = folders[0] ?? '.'
  return tooManyFolders(folders, 'init') ?? {kind: 'init', folder, title: given.get('title')}
}
