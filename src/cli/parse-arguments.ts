import {parseArgs} from 'node:util'
import {type CommandName, commands, generalOptions, type Option} from './option-table.ts'
import type {MoveArguments, UrlsArguments} from './parse-address-arguments.ts'
import {type BuildArguments, toBuildArguments} from './parse-build-arguments.ts'
import type {DeployArguments} from './parse-deploy-arguments.ts'
import type {DiffArguments} from './parse-diff-arguments.ts'
import type {ListArguments} from './parse-list-arguments.ts'
import type {InitArguments, NewArguments} from './parse-new-arguments.ts'
import type {RelatedArguments} from './parse-related-arguments.ts'
import type {DevArguments, PreviewArguments} from './parse-server-arguments.ts'
import {tooManyFolders, type WrongUsage, wrong} from './wrong-usage.ts'

/** What the command line asks for. */
export type Arguments =
  | {readonly kind: 'help'; readonly command: CommandName | undefined}
  | {readonly kind: 'version'}
  | BuildArguments
  | DevArguments
  | PreviewArguments
  | NewArguments
  | InitArguments
  | ListArguments
  | ExplainArguments
  | RelatedArguments
  | DiffArguments
  | UrlsArguments
  | MoveArguments
  | DeployArguments
  | CleanArguments
  | WrongUsage

/** `galley explain`. */
export interface ExplainArguments {
  readonly kind: 'explain'
  /** An address or a file, as written. */
  readonly subject: string
  readonly folder: string
}

/** `galley clean`. */
export interface CleanArguments {
  readonly kind: 'clean'
  readonly folder: string
}

/**
 * Read the arguments that follow `galley`. A wish for help or the version wins over everything else, mistakes
 * included; of several mistakes the first is reported; of an option given twice the last counts.
 */
export async function parseArguments(argv: ReadonlyArray<string>): Promise<Arguments> {
  const tokens = tokenize(argv)
  const given = optionsOf(tokens)
  const [command, ...rest] = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  if (argv.length === 0) return {kind: 'help', command: undefined}
  if (given.has('help')) return {kind: 'help', command: isCommand(command) ? command : undefined}
  if (given.has('version')) return {kind: 'version'}
  if (command !== undefined && !isCommand(command)) return (await loadMistakes()).unknownCommand(command)
  const mistake = await findMistake(tokens, command ?? 'build')
  if (mistake !== undefined) return mistake
  return command === undefined
    ? (await loadMistakes()).missingCommand(argv)
    : toArguments(command, rest, given)
}

/** Only what a build needs is loaded with every command. */
async function toArguments(
  command: CommandName,
  rest: ReadonlyArray<string>,
  given: ReadonlyMap<string, string | undefined>
): Promise<Arguments> {
  if (command !== 'build' && command !== 'check') {
    const {toOtherArguments} = await import('./parse-other-arguments.ts')
    return toOtherArguments(command, rest, given)
  }
  return tooManyFolders(rest, command) ?? toBuildArguments(command, rest[0] ?? '.', given)
}

function isCommand(name: string | undefined): name is CommandName {
  return name !== undefined && Object.hasOwn(commands, name)
}

type Token = ReturnType<typeof tokenize>[number]
type OptionToken = Extract<Token, {kind: 'option'}>

const allOptions: {readonly [name: string]: Option} = Object.assign(
  {},
  ...Object.values(commands).map(({options}) => options),
  generalOptions
)

/** Not strict: the mistakes that `parseArgs` throws for have neither suggestions nor our wording. */
function tokenize(argv: ReadonlyArray<string>) {
  const options = Object.fromEntries(
    Object.entries(allOptions).map(([name, {value, isValueOptional, short}]) => [
      name,
      {
        type: value === undefined || isValueOptional === true ? 'boolean' : 'string',
        ...(short === undefined ? {} : {short})
      } as const
    ])
  )
  return parseArgs({args: [...argv], options, strict: false, allowPositionals: true, tokens: true}).tokens
}

function optionsOf(tokens: ReadonlyArray<Token>): ReadonlyMap<string, string | undefined> {
  return new Map(tokens.flatMap((token) => (token.kind === 'option' ? [[token.name, token.value]] : [])))
}

async function findMistake(
  tokens: ReadonlyArray<Token>,
  command: CommandName
): Promise<WrongUsage | undefined> {
  for (const token of tokens) {
    const mistake = token.kind === 'option' ? await findOptionMistake(token, command) : undefined
    if (mistake !== undefined) return mistake
  }
  return undefined
}

async function findOptionMistake(
  {name, rawName, value, inlineValue}: OptionToken,
  command: CommandName
): Promise<WrongUsage | undefined> {
  const known = {...commands[command].options, ...generalOptions}
  const option = Object.hasOwn(known, name) ? known[name] : undefined
  if (option === undefined) {
    return (await loadMistakes()).unknownOption({name, rawName}, Object.keys(known), command)
  }
  if (option.value === undefined) {
    return value === undefined
      ? undefined
      : wrong(`\`${rawName}\` takes no value, found \`${value}\``, {command})
  }
  if (option.isValueOptional === true && value === undefined) return undefined
  const isNextOption = inlineValue === false && value !== undefined && /^-\D/.test(value)
  const isMissing = value === undefined || value === '' || isNextOption
  return isMissing ? wrong(`Expected ${option.value} after \`${rawName}\``, {command}) : undefined
}

/** Code that most command lines have no need of. */
function loadMistakes(): Promise<typeof import('./usage-mistakes.ts')> {
  return import('./usage-mistakes.ts')
}
