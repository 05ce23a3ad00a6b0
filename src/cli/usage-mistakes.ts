import {closest} from '#src/diagnostics/closest.ts'
import {type CommandName, commands} from './option-table.ts'
import {type WrongUsage, wrong} from './wrong-usage.ts'

/** An option that a command does not have. */
export function unknownOption(
  {name, rawName}: {readonly name: string; readonly rawName: string},
  known: ReadonlyArray<string>,
  command: CommandName
): WrongUsage {
  const intended = rawName.startsWith('--') ? closest(name, known) : undefined
  return wrong(
    `Unknown option \`${rawName}\``,
    intended === undefined ? {command} : {intended: `--${intended}`}
  )
}

/** What other programs call a command. */
const otherNames: ReadonlyMap<string, CommandName> = new Map([
  ['move', 'mv'],
  ['rename', 'mv'],
  ['serve', 'dev'],
  ['server', 'dev'],
  ['start', 'dev'],
  ['ls', 'list']
])

/** A command that there is not. */
export function unknownCommand(command: string): WrongUsage {
  const intended = otherNames.get(command) ?? closest(command, Object.keys(commands))
  const reason = `Unknown command \`${command}\``
  if (intended !== undefined) return {kind: 'wrong', reason, hint: `Did you mean \`galley ${intended}\`?`}
  return {kind: 'wrong', reason, hint: '`galley --help` lists the commands'}
}

/** Options without a command. */
export function missingCommand(argv: ReadonlyArray<string>): WrongUsage {
  const hint = `Did you mean \`galley build ${argv.join(' ')}\`?`
  return {kind: 'wrong', reason: 'Expected a command before the options', hint}
}

/** A value of `--format` that is none. */
export function unknownFormat(name: string, known: ReadonlyArray<string>, command: CommandName): WrongUsage {
  const intended = closest(name, known)
  return wrong(
    `Expected \`pretty\`, \`json\`, \`sarif\` or \`github\` after \`--format\`, found \`${name}\``,
    intended === undefined ? {command} : {intended: `--format ${intended}`}
  )
}
