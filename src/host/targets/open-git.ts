import type {Buffer} from 'node:buffer'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {TargetError} from '#src/model/deployment.ts'
import {lastWords, type ProgramEnd, runProgram} from './run-program.ts'

/** git in the repository of a site, with an index of its own: that of the user, and the files, stay as they are. */
export interface Git {
  /** Run it; whatever it ends with. */
  readonly attempt: (args: ReadonlyArray<string>, input?: string | Uint8Array) => Promise<ProgramEnd>
  /** What it prints, without the last line ending. Rejects when it fails. */
  readonly ask: (args: ReadonlyArray<string>, input?: string | Uint8Array) => Promise<string>
  /** Remove the index. */
  readonly close: () => void
}

/** Open git for a folder. */
export function openGit(folder: string): Git {
  const own = mkdtempSync(join(tmpdir(), 'galley-deploy-'))
  const environment = {
    GIT_INDEX_FILE: join(own, 'index'),
    // Nobody would see the question.
    GIT_TERMINAL_PROMPT: '0',
    // `git status` would refresh the index, of which it is not told that it is not the user's.
    GIT_OPTIONAL_LOCKS: '0'
  }

  return {
    attempt,
    async ask(args, input) {
      const end = await attempt(args, input)
      if (end.status !== 0) throw gitError(args[0] ?? '', end)
      return textOf(end.stdout)
    },
    close: () => rmSync(own, {recursive: true, force: true})
  }

  function attempt(args: ReadonlyArray<string>, input: string | Uint8Array = ''): Promise<ProgramEnd> {
    return runProgram({program: 'git', args, folder, input, environment})
  }
}

/** What git refused. */
export function gitError(command: string, {stderr}: ProgramEnd): TargetError {
  const isForGood = /authentication|permission|denied|could not read|not found|does not appear|403|401/i.test(
    stderr
  )
  return new TargetError(`\`git ${command}\` failed${lastWords(stderr)}`, {
    mayPass: overNetwork.has(command) && !isForGood,
    ...(isForGood ? {hint: 'Make sure that `git push` to that place works for you'} : {})
  })
}

const overNetwork: ReadonlySet<string> = new Set(['fetch', 'ls-remote', 'push'])

function textOf(bytes: Buffer): string {
  return bytes.toString('utf8').replace(/\n$/, '')
}
