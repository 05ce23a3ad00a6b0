import {closest} from '#src/diagnostics/closest.ts'
import {type WrongUsage, wrong} from './wrong-usage.ts'

/** `galley list`. */
export interface ListArguments {
  readonly kind: 'list'
  readonly wanted: ListedKind
  readonly folder: string
  readonly json: boolean
}

/** Which articles are listed. */
export type ListedKind = (typeof listedKinds)[number]

const listedKinds = ['drafts', 'future', 'expired', 'all'] as const

/** Check what follows `list`. */
export function toListArguments(
  [wanted = 'all', ...folders]: ReadonlyArray<string>,
  given: ReadonlyMap<string, string | undefined>
): ListArguments | WrongUsage {
  const kind = listedKinds.find((name) => name === wanted)
  if (kind === undefined) {
    const reason = `Expected ${listedKinds.map((name) => `\`${name}\``).join(', ')} after \`list\`, found \`${wanted}\``
    const intended = closest(wanted, listedKinds)
    return wrong(reason, intended === undefined ? {command: 'list'} : {intended})
  }
  if (folders.length > 1) {
    const found = folders.map((folder) => `\`${folder}\``).join(' ')
    return wrong(`Expected one folder, found ${found}`, {command: 'list'})
  }
  return {kind: 'list', wanted: kind, folder: folders[0] ?? '.', json: given.has('json')}
}
