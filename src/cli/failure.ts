import {exitStatus} from './exit-status.ts'

/** What a report of a failure says beside the error. */
export interface FailureContext {
  /** What Galley was doing: `rendering, 12 of 203`. */
  readonly activity: string
  readonly galleyVersion: string
  /** Of Node, `v20.19.0`. */
  readonly nodeVersion: string
  /** `linux x64`. */
  readonly platform: string
  /** Add the stack. */
  readonly debug: boolean
}

/** A failure as text for people, and what to exit with. */
export interface Failure {
  /** Lines with a line ending after the last. */
  readonly text: string
  readonly status: number
}

/**
 * Describe an exception that came out of a build: the system's refusal of a file (a full disk, missing permission),
 * or else a fault of Galley itself.
 */
export function describeFailure(error: unknown, context: FailureContext): Failure {
  const stack = context.debug && error instanceof Error ? `\n${error.stack}\n` : ''
  if (isRefusal(error)) {
    const text = `The system refused a file while ${context.activity}
  ${error.message}
  hint: ${refusals.get(error.code)}. Each file of the output is whole, and the next build puts all right
${stack}`
    return {text, status: exitStatus.ioError}
  }
  const text = `Galley failed while ${context.activity}: a fault of Galley, not of your site
  ${firstLine(error)}
  Galley ${context.galleyVersion}, Node ${context.nodeVersion}, ${context.platform}
${context.debug ? stack : advice}`
  return {text, status: exitStatus.fault}
}

const advice = `Please report it with the lines above; \`npm bugs galley\` opens the place for that.
Run it again with --debug to see the stack.
`

/** What a healthy Galley meets on a machine that has no room, rights or file handles left. */
const refusals: ReadonlyMap<unknown, string> = new Map([
  ['EACCES', 'Check who owns the folder and may write to it'],
  ['EBUSY', 'Another program has the file: close it'],
  ['EDQUOT', 'You have used what you may of the disk: make room'],
  ['EIO', 'The disk itself reports damage: look at it before anything else'],
  ['EMFILE', 'Too many files are open: raise the limit (`ulimit -n`)'],
  ['ENFILE', 'Too many files are open on this machine: end other programs'],
  ['ENOSPC', 'The disk is full: make room'],
  ['ENOTDIR', 'A file lies where a folder is to be: name another one with `--out`'],
  ['EPERM', 'Check who owns the folder and may write to it'],
  ['EROFS', 'The disk can only be read: mount it for writing, or write elsewhere with `--out`']
])

function isRefusal(error: unknown): error is Error & {readonly code: unknown} {
  return error instanceof Error && 'code' in error && refusals.has(error.code)
}

function firstLine(error: unknown): string {
  return String(error).split('\n')[0] ?? ''
}
