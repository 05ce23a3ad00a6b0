import {Buffer} from 'node:buffer'
import {spawn} from 'node:child_process'
import process from 'node:process'
import {TargetError} from '#src/model/deployment.ts'
import {errorCodeOf} from '../system-error.ts'

/** A program to be run, without a shell. */
export interface ProgramCall {
  readonly program: string
  readonly args: ReadonlyArray<string>
  /** Absolute path of the folder to run it in. */
  readonly folder: string
  /** For its standard input; nothing by default. */
  readonly input?: string | Uint8Array
  /** Beside the environment of this process. */
  readonly environment?: Readonly<Record<string, string>>
}

/** How a program ended. */
export interface ProgramEnd {
  /** -1 when it was killed. */
  readonly status: number
  readonly stdout: Buffer
  /** Without passwords that stand in addresses. */
  readonly stderr: string
}

/** Run a program to its end. Rejects with a `TargetError` when it is not installed. */
export function runProgram({program, args, folder, input, environment}: ProgramCall): Promise<ProgramEnd> {
  // What programs say is read, so that it has to be in one language.
  const env = {...process.env, LC_ALL: 'C', ...environment}
  const child = spawn(program, args, {cwd: folder, env, stdio: 'pipe'})
  const [out, err]: [Array<Buffer>, Array<Buffer>] = [[], []]
  child.stdout.on('data', (part: Buffer) => out.push(part))
  child.stderr.on('data', (part: Buffer) => err.push(part))
  // A program that ends early leaves its input unread, which its status tells better.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      const isMissing = errorCodeOf(error) === 'ENOENT'
      reject(
        isMissing
          ? new TargetError(`Expected the program \`${program}\`, found none`, {hint: 'Install it'})
          : error
      )
    })
    child.on('close', (status) =>
      resolve({
        status: status ?? -1,
        stdout: Buffer.concat(out),
        stderr: withoutSecrets(Buffer.concat(err).toString('utf8'))
      })
    )
  })
}

/** `https://user:token@host/` as `https://…@host/`. */
export function withoutSecrets(text: string): string {
  return text.replace(/\/\/[^\s/@]+@/g, '//…@')
}

/** The last lines of what a program said, indented: the first ones tell what it was about to do. */
export function lastWords(stderr: string): string {
  return stderr
    .trim()
    .split('\n')
    .slice(-linesMax)
    .map((line) => `\n  ${line}`)
    .join('')
}

const linesMax = 4
