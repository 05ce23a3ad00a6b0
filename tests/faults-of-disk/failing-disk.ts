import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'

/** What goes wrong with a disk, and when. */
export interface DiskFault {
  /** Name that the system gives it: `ENOSPC`. */
  readonly code: string
  /** Which calls fail. */
  readonly calls: 'reads' | 'writes'
  /** The call that fails, counted from 1; none for 0. */
  readonly at: number
  /** Whether all later ones do too. */
  readonly isLasting: boolean
  /** Whether half of what should be written is. */
  readonly isTorn: boolean
  /** What somebody else does to the disk just before that call, which then does what it can. */
  readonly meanwhile?: () => void
}

/** Calls of `node:fs` that change a disk, and those that look at it. */
const names = {
  writes: [
    'appendFileSync',
    'mkdirSync',
    'openSync',
    'renameSync',
    'rmSync',
    'rmdirSync',
    'utimesSync',
    'writeFileSync'
  ],
  reads: ['lstatSync', 'openSync', 'readFileSync', 'readSync', 'readdirSync', 'realpathSync', 'statSync']
} as const

type Call = (...given: ReadonlyArray<unknown>) => unknown

/** Do something while a disk below a folder fails; tells how many calls there were that could. */
export async function withFault<Done>(
  folder: string,
  {code, calls, at, isLasting, isTorn, meanwhile}: DiskFault,
  act: () => Promise<Done>
): Promise<{readonly done: Done; readonly count: number}> {
  const system = fs as unknown as Record<string, Call>
  const kept = new Map(names[calls].map((name) => [name, system[name] as Call]))
  const opened = new Set<unknown>()
  let count = 0
  for (const [name, call] of kept) system[name] = Object.assign(failing(name, call), call)
  syncBuiltinESMExports()
  try {
    return {done: await act(), count}
  } finally {
    for (const [name, call] of kept) system[name] = call
    syncBuiltinESMExports()
  }

  function failing(name: string, call: Call): Call {
    return (...given) => {
      const [path, content] = given
      const isMeant = given.slice(0, 2).some(isBelow) || (typeof path === 'number' && opened.has(path))
      // What a process that has ended claims nobody waits for; this one goes on.
      const isRelease = name === 'rmSync' && String(path).includes('/.galley/lock/')
      const isOfKind = name !== 'openSync' || (given[1] === 'r') === (calls !== 'writes')
      if (isMeant && isOfKind && !isRelease) {
        count++
        if (meanwhile !== undefined && count === at) meanwhile()
        else if (count === at || (isLasting && at > 0 && count > at)) {
          if (isTorn && name === 'writeFileSync') call(path, half(content), given[2])
          throw Object.assign(
            new Error(`${code}: a disk that fails, ${name.replace('Sync', '')} '${String(path)}'`),
            {code}
          )
        }
      }
      const answer = call(...given)
      if (name === 'openSync' && isMeant && isOfKind) opened.add(answer)
      return answer
    }
  }

  function isBelow(path: unknown): boolean {
    return typeof path === 'string' && path.startsWith(folder)
  }
}

function half(content: unknown): unknown {
  return typeof content === 'string' || content instanceof Uint8Array
    ? content.slice(0, content.length / 2)
    : content
}
