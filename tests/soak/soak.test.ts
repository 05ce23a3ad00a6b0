import {afterAll, beforeAll, expect, test} from 'vitest'
import {type BundledCommand, bundleCommand} from '../incremental/bundled-command.ts'
import {soakServer} from './soak-server.ts'

const editCount = 60

let command: BundledCommand

beforeAll(() => {
  command = bundleCommand()
}, 60_000)

afterAll(() => command.close())

test('a dev server serves what a clean build writes, after any number of edits', async () => {
  const soaked = await soakServer({
    galley: command.file,
    seed: 1,
    goesOn: (count) => count < editCount,
    onChecked: () => undefined
  })
  expect(soaked.difference).toBe(undefined)
  expect(soaked.editCount).toBeGreaterThanOrEqual(editCount)
  expect(soaked.checkCount).toBeGreaterThanOrEqual(3)
}, 600_000)
