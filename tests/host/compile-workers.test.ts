import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest'
import {startCompileWorkers} from '#src/host/compile-workers.ts'
import type {CompileWorkers, SourceTask} from '#src/model/host.ts'
import type {SourcePath} from '#src/model/source.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-test-'))
})

afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** Threads that run `code`, in which `answer(tasks)` is what to say of a batch. */
function workersOf(code: string, count = 2): CompileWorkers {
  const file = join(folder, `${Math.random()}.mjs`)
  writeFileSync(
    file,
    `import {parentPort, threadId} from 'node:worker_threads'
${code}
parentPort.on('message', ({tasks}) => parentPort.postMessage(answer(tasks)))`
  )
  const start = {root: folder, theme: folder, storeFolder: folder, environment: 'production'}
  const workers = startCompileWorkers(pathToFileURL(file), count, start)
  onTestFinished(() => workers.close())
  return workers
}

const compiled = `const answer = (tasks) => ({
  kind: 'compiled',
  sources: tasks.map(({source}) => ({
    diagnostics: [{code: 'a/b', severity: 'warning', reason: source.text, file: String(threadId)}]
  }))
})`

const task = (text: string): SourceTask => ({
  source: {path: 'content/a.md' as SourcePath, text},
  document: 'x'
})

test('answers come to those who asked, from as many threads as there may be', async () => {
  const workers = workersOf(compiled)
  const answers = await Promise.all(
    Array.from({length: 20}, (_, number) => workers.compile([task(`${number}`), task('second')]))
  )
  expect(answers.map((answer) => answer?.map(({diagnostics: [diagnostic]}) => diagnostic?.reason))).toEqual(
    Array.from({length: 20}, (_, number) => [`${number}`, 'second'])
  )
  expect(new Set(answers.map((answer) => answer?.[0]?.diagnostics[0]?.file)).size).toBe(2)
})

test('a thread that dies costs its batch only', async () => {
  const workers = workersOf(
    `${compiled.replace('const answer', 'const good')}
const answer = (tasks) => tasks[0].source.text === 'bad' ? process.exit(1) : good(tasks)`,
    1
  )
  const answers = await Promise.all(['1', 'bad', '2'].map((text) => workers.compile([task(text)])))
  expect(answers.map((answer) => answer?.[0]?.diagnostics[0]?.reason)).toEqual(['1', undefined, '2'])
})

test('a thread that runs out of memory costs its batch only, also the first', async () => {
  const workers = workersOf(
    `const answer = () => {
  const held = []
  for (;;) held.push(new Array(1e6).fill(held.length))
}`,
    1
  )
  expect(await workers.compile([task('huge')])).toBeUndefined()
}, 60_000)

test('a fault in a thread arrives with its stack', async () => {
  const workers = workersOf(
    `const answer = () => ({kind: 'failed', message: 'Out of ink', stack: 'Error: Out of ink'})`
  )
  await expect(workers.compile([task('')])).rejects.toThrow('Out of ink')
})

test('threads that cannot start are no article’s fault', async () => {
  await expect(workersOf(`import './nowhere.mjs'`).compile([task('')])).rejects.toThrow('nowhere.mjs')
})
