import {setTimeout as sleep} from 'node:timers/promises'
import {expect, test} from 'vitest'
import {settleBursts} from '#src/dev-server/settle-bursts.ts'

test('a burst of hints is one piece of work', async () => {
  let count = 0
  const bursts = settleBursts(5, async () => {
    count++
  })
  for (let hint = 0; hint < 1000; hint++) bursts.hint()
  await bursts.settled()
  expect(count).toBe(1)
})

test('a hint while work runs leads to more work, after it', async () => {
  const log: Array<string> = []
  const bursts = settleBursts(1, async () => {
    log.push('begin')
    if (log.length === 1) bursts.hint()
    await sleep(20)
    log.push('end')
  })
  bursts.hint()
  await bursts.settled()
  expect(log).toEqual(['begin', 'end', 'begin', 'end'])
})

test('when it is closed nothing begins any more', async () => {
  let count = 0
  const bursts = settleBursts(1, async () => {
    count++
  })
  bursts.hint()
  bursts.close()
  bursts.hint()
  await bursts.settled()
  await sleep(10)
  expect(count).toBe(0)
})
