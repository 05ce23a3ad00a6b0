import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {describe, expect, onTestFinished, test, vi} from 'vitest'
import {acquireLock} from '#src/host/build-lock.ts'
import {bundledProgram} from './bundled-program.ts'
import {temporarySite} from './temporary-site.ts'

/** Gets the lock a number of times, and writes to a log when it has it and when no longer. */
const program = `
import {appendFileSync, existsSync, writeFileSync} from 'node:fs'
import {setTimeout} from 'node:timers/promises'
import {acquireLock} from '#src/host/build-lock.ts'

const [folder, log, times, holdMs] = process.argv.slice(2)
writeFileSync(log + '.ready.' + process.pid, '')
while (!existsSync(log + '.go')) await setTimeout(1)
for (let count = 0; count < Number(times); count++) {
  const lock = await acquireLock(folder, {onWait: (pid) => appendFileSync(log, 'wait ' + process.pid + ' ' + pid + '\\n')})
  appendFileSync(log, 'enter ' + process.pid + '\\n')
  await setTimeout(Number(holdMs))
  appendFileSync(log, 'leave ' + process.pid + '\\n')
  lock.release()
}
`

describe('processes', () => {
  test('two at once: one waits, and says for whom', async () => {
    const {folder, log} = temporaryFolder()
    const children = await startAll({count: 2, folder, log, times: 1, holdMs: 300})
    await allEnded(children)
    const lines = readLines(log)
    checkAlternation(lines, 2)
    const [first, second] = lines.filter((line) => line.startsWith('enter')).map((line) => line.split(' ')[1])
    expect(lines).toContain(`wait ${second} ${first}`)
    expect(readdirSync(join(folder, 'lock'))).toEqual([])
  })

  test('a holder that was killed is not waited for', async () => {
    const {folder, log} = temporaryFolder()
    const [child] = await startAll({count: 1, folder, log, times: 1, holdMs: 60_000})
    await vi.waitUntil(() => readLines(log).length > 0)
    expect(readdirSync(join(folder, 'lock'))).toHaveLength(1)
    child?.kill('SIGKILL')
    await allEnded([child].filter((one) => one !== undefined))
    expect(readdirSync(join(folder, 'lock'))).toHaveLength(1)
    const waits: Array<number> = []
    const lock = await acquireLock(folder, {onWait: (pid) => waits.push(pid)})
    expect(waits).toEqual([])
    expect(readdirSync(join(folder, 'lock'))).toHaveLength(1)
    lock.release()
    expect(readdirSync(join(folder, 'lock'))).toEqual([])
  })

  test('twenty race for the lock of one that was killed, and for each other’s', async () => {
    const {folder, log} = temporaryFolder()
    const [killed] = await startAll({count: 1, folder, log, times: 1, holdMs: 60_000})
    await vi.waitUntil(() => readLines(log).length > 0)
    killed?.kill('SIGKILL')
    await allEnded([killed].filter((one) => one !== undefined))
    const race = `${log}-race`
    const children = await startAll({count: 20, folder, log: race, times: 3, holdMs: 2})
    await allEnded(children)
    checkAlternation(readLines(race), 60)
    expect(readdirSync(join(folder, 'lock'))).toEqual([])
  })

  test('killed again and again, they never have it together', async () => {
    const {folder, log} = temporaryFolder()
    const children = await startAll({count: 8, folder, log, times: 10, holdMs: 3})
    for (const child of children.slice(0, 4)) {
      await setTimeout(60)
      child.kill('SIGKILL')
    }
    await allEnded(children)
    const lines = readLines(log).filter((line) => !line.startsWith('wait'))
    const killed = new Set(children.slice(0, 4).map(({pid}) => `${pid}`))
    // One that was killed may not have said that it leaves.
    for (const [index, line] of lines.entries()) {
      const [verb, pid = ''] = line.split(' ')
      const [nextVerb, nextPid] = (lines[index + 1] ?? '').split(' ')
      if (verb === 'enter' && nextVerb !== 'leave') expect(killed).toContain(pid)
      if (nextVerb === 'leave') expect(nextPid).toBe(pid)
    }
    expect(lines.filter((line) => line.startsWith('leave')).length).toBeGreaterThanOrEqual(40)
  })
})

test('within one process the second waits for the first', async () => {
  const {folder} = temporaryFolder()
  const waits: Array<number> = []
  const first = await acquireLock(folder, {onWait: (pid) => waits.push(pid)})
  let isHeld = false
  const second = acquireLock(folder, {onWait: (pid) => waits.push(pid)}).then((lock) => {
    isHeld = true
    return lock
  })
  await setTimeout(200)
  expect({isHeld, waits}).toEqual({isHeld: false, waits: [process.pid]})
  first.release()
  first.release()
  ;(await second).release()
  expect(isHeld).toBe(true)
})

test('many within one process have it one after the other', async () => {
  const {folder} = temporaryFolder()
  let holders = 0
  await Promise.all(
    Array.from({length: 10}, async () => {
      const lock = await acquireLock(folder, {onWait: () => undefined})
      holders += 1
      expect(holders).toBe(1)
      await setTimeout(1)
      holders -= 1
      lock.release()
    })
  )
})

test('a later process of the same number is another', async () => {
  if (!existsSync('/proc/self/stat')) return
  const {folder} = temporaryFolder()
  const [place, pid, , token] = await claimHere(folder)
  writeFileSync(join(folder, 'lock', [place, pid, '1', token].join('+')), '')
  expect(await waitsFor(folder)).toEqual([])
})

test('a process of another machine is believed while its claim is touched', async () => {
  const {folder} = temporaryFolder()
  const file = join(folder, 'lock', 'elsewhere+123++token')
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, '')
  const waits: Array<number> = []
  const waiting = acquireLock(folder, {onWait: (pid) => waits.push(pid)})
  await setTimeout(200)
  expect(waits).toEqual([123])
  const longAgo = Date.now() / 1000 - 31
  utimesSync(file, longAgo, longAgo)
  ;(await waiting).release()
  expect(readdirSync(join(folder, 'lock'))).toEqual([])
})

test('a holder touches its claim', async () => {
  vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']})
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const {folder} = temporaryFolder()
  const lock = await acquireLock(folder, {onWait: () => undefined})
  const file = join(folder, 'lock', readdirSync(join(folder, 'lock'))[0] ?? '')
  utimesSync(file, 1, 1)
  vi.advanceTimersByTime(5000)
  expect(Date.now() - statSync(file).mtimeMs).toBeLessThan(10_000)
  lock.release()
})

test('what is no claim is left alone', async () => {
  const {folder} = temporaryFolder()
  mkdirSync(join(folder, 'lock'), {recursive: true})
  writeFileSync(join(folder, 'lock', '.DS_Store'), '')
  expect(await waitsFor(folder)).toEqual([])
  expect(readdirSync(join(folder, 'lock'))).toEqual(['.DS_Store'])
})

test('where nothing can be written there is no waiting', async () => {
  const {folder} = temporaryFolder()
  writeFileSync(folder, '')
  expect(await waitsFor(folder)).toEqual([])
  expect(await waitsFor(folder)).toEqual([])
})

function temporaryFolder(): {readonly folder: string; readonly log: string} {
  const {root} = temporarySite({})
  return {folder: join(root, '.galley'), log: join(root, 'log')}
}

/** Get the lock and release it; returns whom was waited for. */
async function waitsFor(folder: string): Promise<ReadonlyArray<number>> {
  const waits: Array<number> = []
  const lock = await acquireLock(folder, {onWait: (pid) => waits.push(pid)})
  lock.release()
  return waits
}

/** The parts of the name of a claim of this process. */
async function claimHere(folder: string): Promise<ReadonlyArray<string>> {
  const lock = await acquireLock(folder, {onWait: () => undefined})
  const [name = ''] = readdirSync(join(folder, 'lock'))
  lock.release()
  return name.split('+')
}

interface Start {
  readonly count: number
  readonly folder: string
  readonly log: string
  /** How often each gets the lock. */
  readonly times: number
  readonly holdMs: number
}

/** Start processes, and let them go when all of them are ready. */
async function startAll({count, folder, log, times, holdMs}: Start): Promise<ReadonlyArray<ChildProcess>> {
  const file = await bundledProgram(program)
  const children = Array.from({length: count}, () =>
    spawn(process.execPath, [file, folder, log, `${times}`, `${holdMs}`], {
      stdio: ['ignore', 'ignore', 'inherit']
    })
  )
  onTestFinished(() => {
    for (const child of children) child.kill('SIGKILL')
  })
  const isReady = ({pid}: ChildProcess) => existsSync(`${log}.ready.${pid}`)
  await vi.waitUntil(() => children.every(isReady), {timeout: 20_000})
  writeFileSync(`${log}.go`, '')
  return children
}

async function allEnded(children: ReadonlyArray<ChildProcess>): Promise<void> {
  await Promise.all(
    children.map(async (child) => {
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    })
  )
}

function readLines(log: string): ReadonlyArray<string> {
  return existsSync(log)
    ? readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : []
}

/** Whoever enters leaves before another enters. */
function checkAlternation(lines: ReadonlyArray<string>, count: number): void {
  const events = lines.filter((line) => !line.startsWith('wait'))
  expect(events).toHaveLength(2 * count)
  for (let index = 0; index < events.length; index += 2) {
    expect(events[index]).toMatch(/^enter /)
    expect(events[index + 1]).toBe(events[index]?.replace('enter', 'leave'))
  }
}
