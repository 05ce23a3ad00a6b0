import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest'
import {openThread} from '#src/host/open-thread.ts'
import type {Thread} from '#src/model/host.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-test-'))
})

afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** A thread that runs `code`, in which `answer(request)` is what it says. */
function threadOf(code: string): Thread {
  const file = join(folder, `${Math.random()}.mjs`)
  writeFileSync(
    file,
    `import {parentPort, threadId} from 'node:worker_threads'
${code}
parentPort.on('message', ({id, request}) => parentPort.postMessage({id, ...answer(request)}))`
  )
  const start = {root: folder, theme: folder, output: folder, storeFolder: folder}
  const thread = openThread(pathToFileURL(file), () => start)
  onTestFinished(() => thread.close())
  return thread
}

test('answers come to those who asked', async () => {
  const {ask} = threadOf('const answer = (request) => ({answer: request * 2})')
  const answers = await Promise.all([1, 2, 3].map((number) => ask(number)))
  expect(answers).toEqual([2, 4, 6])
})

test('a thread that dies is started anew by the next request', async () => {
  const {ask} = threadOf(
    `const answer = (request) => request === 'bad' ? process.exit(1) : {answer: threadId}`
  )
  const first = await ask('good')
  expect(await ask('bad')).toBeUndefined()
  const second = await ask('good')
  expect(second).toEqual(expect.any(Number))
  expect(second).not.toBe(first)
})

test('what was under way when a thread died is answered with nothing', async () => {
  const {ask} = threadOf(
    `const answer = (request) => request === 'bad' ? process.exit(1) : {answer: request}`
  )
  expect(await Promise.all(['1', 'bad', '2'].map(ask))).toEqual(['1', undefined, undefined])
})

test('a thread that runs out of memory at its first request is one that dies', async () => {
  const {ask} = threadOf(
    `const answer = () => {
  const held = []
  for (;;) held.push(new Array(1e6).fill(held.length))
}`
  )
  expect(await ask('huge')).toBeUndefined()
}, 120_000)

test('a fault in a thread arrives with its stack', async () => {
  const {ask} = threadOf(
    `const answer = () => ({fault: {message: 'Out of ink', stack: 'Error: Out of ink'}})`
  )
  await expect(ask('')).rejects.toThrow('Out of ink')
})

test('a thread that cannot start is a fault', async () => {
  await expect(threadOf(`import './nowhere.mjs'`).ask('')).rejects.toThrow('nowhere.mjs')
})

test('a thread that nobody asks is never started', async () => {
  const thread = openThread(pathToFileURL(join(folder, 'nowhere.mjs')), () => {
    throw new Error('started')
  })
  await thread.close()
})
