import type {CommandName} from './option-table.ts'

/** A command line that cannot be followed. */
export interface WrongUsage {
  readonly kind: 'wrong'
  /** One sentence, no final period. */
  readonly reason: string
  /** What to type instead, or where to read. */
  readonly hint: string
}

/** Wrong usage, with a hint at what was meant or at the help that tells. */
export function wrong(
  reason: string,
  hint: {readonly intended: string} | {readonly command: CommandName}
): WrongUsage {
  return {
    kind: 'wrong',
    reason,
    hint:
      'intended' in hint
        ? `Did you mean \`${hint.intended}\`?`
        : `\`galley ${hint.command} --help\` lists the options`
  }
}

/** Whether a text is a whole number from 1. */
export function isCount(text: string): boolean {
  return /^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text))
}

/** Whether a text is an address of the web. */
export function isWebAddress(text: string): boolean {
  // Without the slashes `https:example.com` is an address to `URL`, but hardly what was meant.
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}

/** Wrong usage of `--base-url`. */
export function wrongBaseUrl(found: string, command: CommandName): WrongUsage {
  return wrong(
    `Expected an address such as \`https://example.com/\` after \`--base-url\`, found \`${found}\``,
    {command}
  )
}

/** More than one folder after a command; `undefined` where there is at most one. */
export function tooManyFolders(folders: ReadonlyArray<string>, command: CommandName): WrongUsage | undefined {
  if (folders.length < 2) return undefined
  return wrong(`Expected one folder, found ${folders.map((folder) => `\`${folder}\``).join(' ')}`, {command})
}
