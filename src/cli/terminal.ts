/** One stream to write to. */
export interface Stream {
  readonly write: (text: string) => void
  readonly hasColors: boolean
}

/** Where the command line interface writes to. */
export interface Terminal {
  /** The result. */
  readonly stdout: Stream
  /** Everything about getting there. */
  readonly stderr: Stream & {
    /** Whether a line may be drawn again: a person is looking. */
    readonly isInteractive: boolean
    /** Width in characters; 80 when unknown. */
    readonly columns: () => number
  }
  /** Ask a person, whose answer is `given` when they only press Enter. Absent where nobody can answer. */
  readonly ask?: (question: string, given: string) => Promise<string>
}

/** The part of Node's process that a terminal is made of. */
export interface TerminalProcess {
  readonly env: {readonly [name: string]: string | undefined}
  readonly stdin?: NodeJS.ReadableStream & {readonly isTTY?: boolean}
  readonly stdout: TerminalStream
  readonly stderr: TerminalStream
}

/** The part of Node's streams that a terminal is made of. */
export interface TerminalStream {
  readonly write: (text: string) => unknown
  readonly isTTY?: boolean
  readonly columns?: number
  readonly on: (event: 'error', listener: (error: Error & {readonly code?: string}) => void) => unknown
}

/**
 * The terminal of `process`. Colors are decided for each stream by itself, so that `galley build > log` keeps them on
 * the screen and out of the file.
 */
export function processTerminal(process: TerminalProcess): Terminal {
  const {env, stdout, stderr} = process
  const isInteractive = stderr.isTTY === true && !isSet(env['CI']) && env['TERM'] !== 'dumb'
  // Node makes a stream of it when it is looked at, which takes longer than anything else here.
  const stdin = isInteractive ? process.stdin : undefined
  return {
    stdout: {write: writerTo(stdout), hasColors: hasColors(env, stdout.isTTY === true)},
    stderr: {
      write: writerTo(stderr),
      hasColors: hasColors(env, stderr.isTTY === true),
      isInteractive,
      columns: () => stderr.columns || columnsDefault
    },
    ...(stdin?.isTTY === true ? {ask: asker(stdin)} : {})
  }

  function asker(input: NodeJS.ReadableStream): NonNullable<Terminal['ask']> {
    return async (question, given) => {
      const {askPerson} = await import('./ask-person.ts')
      return askPerson(input, (text) => stderr.write(text), {question, given})
    }
  }
}

/** Terminals that do not tell their width are taken for the smallest that is common. */
const columnsDefault = 80

/** https://no-color.org and https://force-color.org, of which the first wins; else colors are for people. */
function hasColors(env: TerminalProcess['env'], isTerminal: boolean): boolean {
  if (isSet(env['NO_COLOR'])) return false
  if (env['FORCE_COLOR'] !== undefined) return !['', '0', 'false'].includes(env['FORCE_COLOR'])
  return isTerminal && !isSet(env['CI']) && env['TERM'] !== 'dumb'
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== ''
}

function writerTo(stream: TerminalStream): (text: string) => void {
  stream.on('error', (error) => {
    // `galley --help | head -1` closes the pipe early, which is no reason to fail.
    if (error.code !== 'EPIPE') throw error
  })
  return (text) => {
    stream.write(text)
  }
}
