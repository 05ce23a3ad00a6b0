import {parseArgs} from 'node:util'
import {closest} from '#src/diagnostics/closest.ts'
import {buildOptions, commands, generalOptions, type Option} from './option-table.ts'

/** What the command line asks for. */
export type Arguments =
  | {readonly kind: 'help'; readonly command: 'build' | undefined}
  | {readonly kind: 'version'}
  | BuildArguments
  | WrongUsage

/** `galley build`, with values that have been checked as far as the text goes. */
export interface BuildArguments {
  readonly kind: 'build'
  /** Root of the site, as written; `.` by default. */
  readonly folder: string
  /** Output folder relative to the root; `dist` by default. */
  readonly out: string
  /** Absolute, `http:` or `https:`. */
  readonly baseUrl: string | undefined
  readonly environment: string
  /** Cores to use at most, at least 1. */
  readonly jobs: number | undefined
  readonly drafts: boolean
  readonly future: boolean
  readonly expired: boolean
  readonly strict: boolean
  readonly keepGoing: boolean
  readonly json: boolean
  readonly quiet: boolean
  readonly debug: boolean
}

/** A command line that cannot be followed. */
export interface WrongUsage {
  readonly kind: 'wrong'
  /** One sentence, no final period. */
  readonly reason: string
  /** What to type instead, or where to read. */
  readonly hint: string
}

/**
 * Read the arguments that follow `galley`. A wish for help or the version wins over everything else, mistakes
 * included; of several mistakes the first is reported; of an option given twice the last counts.
 */
export function parseArguments(argv: ReadonlyArray<string>): Arguments {
  const tokens = tokenize(argv)
  const given = optionsOf(tokens)
  const [command, ...rest] = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  if (argv.length === 0) return {kind: 'help', command: undefined}
  if (given.has('help')) return {kind: 'help', command: command === 'build' ? command : undefined}
  if (given.has('version')) return {kind: 'version'}
  if (command === undefined) return findMistake(tokens) ?? missingCommand(argv)
  if (command !== 'build') return unknownCommand(command)
  return findMistake(tokens) ?? tooManyFolders(rest) ?? checkValues(rest[0] ?? '.', given)
}

type Token = ReturnType<typeof tokenize>[number]
type OptionToken = Extract<Token, {kind: 'option'}>

const knownOptions: {readonly [name: string]: Option} = {...buildOptions, ...generalOptions}

/** Not strict: the mistakes that `parseArgs` throws for have neither suggestions nor our wording. */
function tokenize(argv: ReadonlyArray<string>) {
  const options = Object.fromEntries(
    Object.entries(knownOptions).map(([name, {value, short}]) => [
      name,
      {type: value === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : {short})} as const
    ])
  )
  return parseArgs({args: [...argv], options, strict: false, allowPositionals: true, tokens: true}).tokens
}

function optionsOf(tokens: ReadonlyArray<Token>): ReadonlyMap<string, string | undefined> {
  return new Map(tokens.flatMap((token) => (token.kind === 'option' ? [[token.name, token.value]] : [])))
}

function findMistake(tokens: ReadonlyArray<Token>): WrongUsage | undefined {
  for (const token of tokens) {
    const mistake = token.kind === 'option' ? findOptionMistake(token) : undefined
    if (mistake !== undefined) return mistake
  }
  return undefined
}

function findOptionMistake({name, rawName, value, inlineValue}: OptionToken): WrongUsage | undefined {
  const option = Object.hasOwn(knownOptions, name) ? knownOptions[name] : undefined
  if (option === undefined) return unknownOption(name, rawName)
  if (option.value === undefined) {
    return value === undefined ? undefined : wrong(`\`${rawName}\` takes no value, found \`${value}\``)
  }
  const isNextOption = inlineValue === false && value !== undefined && /^-\D/.test(value)
  const isMissing = value === undefined || value === '' || isNextOption
  return isMissing ? wrong(`Expected ${option.value} after \`${rawName}\``) : undefined
}

function unknownOption(name: string, rawName: string): WrongUsage {
  const intended = rawName.startsWith('--') ? closest(name, Object.keys(knownOptions)) : undefined
  return wrong(`Unknown option \`${rawName}\``, intended === undefined ? undefined : `--${intended}`)
}

function unknownCommand(command: string): WrongUsage {
  const intended = closest(command, Object.keys(commands))
  const reason = `Unknown command \`${command}\``
  if (intended !== undefined) return {kind: 'wrong', reason, hint: `Did you mean \`galley ${intended}\`?`}
  return {kind: 'wrong', reason, hint: '`galley --help` lists the commands'}
}

function missingCommand(argv: ReadonlyArray<string>): WrongUsage {
  const hint = `Did you mean \`galley build ${argv.join(' ')}\`?`
  return {kind: 'wrong', reason: 'Expected a command before the options', hint}
}

function tooManyFolders(folders: ReadonlyArray<string>): WrongUsage | undefined {
  if (folders.length < 2) return undefined
  return wrong(`Expected one folder, found ${folders.map((folder) => `\`${folder}\``).join(' ')}`)
}

function checkValues(
  folder: string,
  given: ReadonlyMap<string, string | undefined>
): BuildArguments | WrongUsage {
  const baseUrl = given.get('base-url')
  const jobs = given.get('jobs')
  if (baseUrl !== undefined && !isWebAddress(baseUrl)) {
    return wrong(
      `Expected an address such as \`https://example.com/\` after \`--base-url\`, found \`${baseUrl}\``
    )
  }
  if (jobs !== undefined && !isCount(jobs)) {
    return wrong(`Expected a whole number from 1 after \`--jobs\`, found \`${jobs}\``)
  }
  return {
    kind: 'build',
    folder,
    out: given.get('out') ?? 'dist',
    baseUrl,
    environment: given.get('environment') ?? 'production',
    jobs: jobs === undefined ? undefined : Number(jobs),
    drafts: given.has('drafts'),
    future: given.has('future'),
    expired: given.has('expired'),
    strict: given.has('strict'),
    keepGoing: given.has('keep-going'),
    json: given.has('json'),
    quiet: given.has('quiet'),
    debug: given.has('debug')
  }
}

function isWebAddress(text: string): boolean {
  // Without the slashes `https:example.com` is an address to `URL`, but hardly what was meant.
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}

function isCount(text: string): boolean {
  return /^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text))
}

function wrong(reason: string, intended?: string): WrongUsage {
  const hint =
    intended === undefined ? '`galley build --help` lists the options' : `Did you mean \`${intended}\`?`
  return {kind: 'wrong', reason, hint}
}
