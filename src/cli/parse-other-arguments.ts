import type {CommandName} from './option-table.ts'
import {toMoveArguments, toUrlsArguments} from './parse-address-arguments.ts'
import type {Arguments} from './parse-arguments.ts'
import {toDeployArguments} from './parse-deploy-arguments.ts'
import {toDiffArguments} from './parse-diff-arguments.ts'
import {toListArguments} from './parse-list-arguments.ts'
import {toInitArguments, toNewArguments} from './parse-new-arguments.ts'
import {toRelatedArguments} from './parse-related-arguments.ts'
import {toDevArguments, toPreviewArguments} from './parse-server-arguments.ts'
import {tooManyFolders, wrong} from './wrong-usage.ts'

/** Arguments of the commands that build nothing for readers, from what follows the command and its options. */
export function toOtherArguments(
  command: Exclude<CommandName, 'build' | 'check'>,
  rest: ReadonlyArray<string>,
  given: ReadonlyMap<string, string | undefined>
): Arguments {
  if (command === 'explain') {
    const [subject, ...folders] = rest
    if (subject === undefined) return wrong('Expected an address or a file after `explain`', {command})
    return tooManyFolders(folders, command) ?? {kind: command, subject, folder: folders[0] ?? '.'}
  }
  if (command === 'mv') return toMoveArguments(rest, given)
  if (command === 'list') return toListArguments(rest, given)
  if (command === 'related') return toRelatedArguments(rest, given)
  if (command === 'diff') return toDiffArguments(rest, given)
  if (command === 'new') return toNewArguments(rest, given)
  if (command === 'init') return toInitArguments(rest, given)
  const [folder = '.'] = rest
  const mistake = tooManyFolders(rest, command)
  if (mistake !== undefined) return mistake
  if (command === 'clean') return {kind: command, folder}
  if (command === 'urls') return toUrlsArguments(folder, given)
  if (command === 'deploy') return toDeployArguments(folder, given)
  return command === 'dev' ? toDevArguments(folder, given) : toPreviewArguments(folder, given)
}
