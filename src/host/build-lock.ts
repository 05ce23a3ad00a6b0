import {randomUUID} from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import {hostname} from 'node:os'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import type {Lock} from '#src/model/host.ts'
import {errorCodeOf} from './system-error.ts'

/** What happens on the way to a lock. */
export interface LockOptions {
  /** Called once, when somebody else has the lock, with the process that has it. */
  readonly onWait: (pid: number) => void
}

/**
 * Wait until nobody else has the lock of a folder, which is absolute and made if needed. Where it cannot be written,
 * there is nothing to protect, and the lock does nothing.
 *
 * Whoever wants the lock makes a file of their own below `lock/`, its *claim*, and has the lock when there is then no
 * other. Of two, the later one sees the earlier, so they never have it both; at worst both step back and try again. Nor is
 * there a moment at which the claim of a process that was killed passes to another: it is only removed.
 */
export async function acquireLock(folder: string, {onWait}: LockOptions): Promise<Lock> {
  const claims = join(folder, 'lock')
  const name = claimName()
  const own = join(claims, name)
  let isWaiting = false
  while (true) {
    const holder = findOther(claims, name)
    if (holder === undefined && !makeClaim(claims, own)) return {release: () => undefined}
    const other = holder ?? findOther(claims, name)
    if (other === undefined) return hold(own)
    removeClaim(own)
    if (!isWaiting) onWait(other)
    isWaiting = true
    // Not all after the same time, lest they meet for ever.
    await setTimeout(pollMs * (0.5 + Math.random()))
  }
}

/** How long to wait, on average, before looking again. */
const pollMs = 50

/** How often a claim is touched, for those who cannot see this process. */
const touchMs = 5_000

/** How long a claim that is not touched is believed. */
const believedMs = 30_000

function hold(own: string): Lock {
  const timer = setInterval(() => touch(own), touchMs)
  timer.unref()
  return {
    release() {
      clearInterval(timer)
      removeClaim(own)
    }
  }
}

/** Process of a claim of another that is alive; others are removed. */
function findOther(claims: string, own: string): number | undefined {
  for (const name of namesIn(claims)) {
    const claim = parseClaim(name)
    if (name === own || claim === undefined) continue
    const file = join(claims, name)
    if (isAlive(claim, file)) return claim.pid
    // Its name is its own, and who is gone does not come back: so this is never the claim of somebody alive.
    removeClaim(file)
  }
  return undefined
}

/** All is in the name, so that a claim is there at once and whole. */
interface Claim {
  /** Where process numbers are told apart. */
  readonly place: string
  readonly pid: number
  /** When the process began, in the system's units; empty where that is not told. */
  readonly start: string
}

function claimName(): string {
  return [placeHere(), process.pid, statusOf(process.pid)?.start ?? '', randomUUID()].join('+')
}

function parseClaim(name: string): Claim | undefined {
  const [place = '', pid = '', start = '', token] = name.split('+')
  return token !== undefined && /^[1-9]\d*$/.test(pid) ? {place, pid: Number(pid), start} : undefined
}

/** Containers may share the name of a machine and a disk, but not the numbers of processes. */
function placeHere(): string {
  const name = hostname()
    .replace(/[^\w.-]/g, '_')
    .slice(0, 100)
  try {
    return name + readlinkSync('/proc/self/ns/pid').replace(/\D/g, '-')
  } catch {
    return name
  }
}

function isAlive({place, pid, start}: Claim, file: string): boolean {
  if (place !== placeHere()) return isFresh(file)
  if (!isRunning(pid)) return false
  const status = statusOf(pid)
  // The number may be of a later process. A process that has ended is there until its parent takes note.
  return status === undefined || (status.start === start && status.state !== 'Z')
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It is of another user.
    return errorCodeOf(error) === 'EPERM'
  }
}

/** What Linux tells of a process; `undefined` on other systems, and of a process that is gone. */
function statusOf(pid: number): {readonly state: string; readonly start: string} | undefined {
  try {
    // The second field is the name of the program, in parentheses, and may have anything in it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
    return {state: fields[0] ?? '', start: fields[startField] ?? ''}
  } catch {
    return undefined
  }
}

/** Field 22 of `/proc/PID/stat`, counted from the third. */
const startField = 19

function isFresh(file: string): boolean {
  const touchedMs = statSync(file, {throwIfNoEntry: false})?.mtimeMs
  return touchedMs !== undefined && Date.now() - touchedMs < believedMs
}

function namesIn(folder: string): ReadonlyArray<string> {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Whether the claim could be made. */
function makeClaim(claims: string, own: string): boolean {
  try {
    mkdirSync(claims, {recursive: true})
    writeFileSync(own, '', {flag: 'wx'})
    return true
  } catch {
    // A disk that is full may have made the file all the same: others would wait for it.
    removeClaim(own)
    return false
  }
}

function removeClaim(file: string): void {
  try {
    rmSync(file, {force: true})
  } catch {
    // The claim of a process that is gone does no harm.
  }
}

function touch(file: string): void {
  const now = new Date()
  try {
    utimesSync(file, now, now)
  } catch {
    // Somebody has removed all of `.galley/`.
  }
}
