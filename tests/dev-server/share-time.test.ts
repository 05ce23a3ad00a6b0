import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {shareTime} from '#src/dev-server/share-time.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Longer than the pause after which nobody asks any more. */
const longMs = 1000

test('other work waits for an answer that is under way, and for the one that follows it', async () => {
  const {time, done} = shared()
  const first = openGate()
  const second = openGate()
  const answered = time.answer(() => first.passed)
  void time.come().then(() => done.push('work'))
  await vi.advanceTimersByTimeAsync(longMs)
  expect([done, time.isOver()]).toEqual([[], true])
  first.open()
  await answered
  void time.answer(() => second.passed)
  await vi.advanceTimersByTimeAsync(longMs)
  expect(done).toEqual([])
  second.open()
  await vi.advanceTimersByTimeAsync(longMs)
  expect([done, time.isOver()]).toEqual([['work'], false])
})

test('other work goes on at once where nobody has asked for a while', async () => {
  const {time, done} = shared()
  await vi.advanceTimersByTimeAsync(longMs)
  const before = Date.now()
  void time.come().then(() => done.push('work'))
  await vi.advanceTimersByTimeAsync(0)
  expect([done, Date.now()]).toEqual([['work'], before])
})

test('nobody holds up other work for good', async () => {
  const {time, done} = shared()
  const asking = setInterval(() => void time.answer(async () => undefined), 1)
  void time.come().then(() => done.push('work'))
  await vi.advanceTimersByTimeAsync(60 * longMs)
  clearInterval(asking)
  expect(done).toEqual(['work'])
})

test('work that somebody waits for waits for nobody', async () => {
  const {time, done} = shared()
  void time.answer(() => new Promise(() => undefined))
  const begun = time.come().then(() => done.push('begun before'))
  await vi.advanceTimersByTimeAsync(1)
  const hurried = time.hurry(async () => {
    await begun
    await time.come()
    done.push(`over: ${time.isOver()}`)
  })
  await vi.advanceTimersByTimeAsync(1)
  await hurried
  expect([...done, time.isOver()]).toEqual(['begun before', 'over: false', true])
})

function shared() {
  return {time: shareTime(() => Date.now()), done: [] as Array<string>}
}

function openGate(): {readonly open: () => void; readonly passed: Promise<void>} {
  let open = (): void => undefined
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return {open: () => open(), passed}
}
