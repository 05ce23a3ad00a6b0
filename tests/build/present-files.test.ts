import {expect, test} from 'vitest'
import {presentFiles} from '#src/build/write/present-files.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import type {OutputFolder} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'

/** What is asked of an output folder that has the files, in order, when one looks for others. */
function questionsOf(present: ReadonlyArray<string>, wanted: ReadonlyArray<string>): ReadonlyArray<string> {
  const host = memoryHost({})
  for (const path of present) host.outputs.set(path as OutputPath, new Uint8Array())
  const asked: Array<string> = []
  const output: OutputFolder = {
    ...host.output,
    stamp(path) {
      asked.push(path)
      return host.output.stamp(path)
    },
    hasFolder(path) {
      asked.push(`${path}/`)
      return present.some((file) => path === '' || file.startsWith(`${path}/`))
    }
  }
  const files = presentFiles({output, clock: () => 0}, new Map())
  const found = wanted.filter((path) => files.hash(path as OutputPath) !== undefined)
  expect(found).toEqual(wanted.filter((path) => present.includes(path)))
  return asked
}

const wanted = ['a/index.html', 'a/x/index.html', 'a/y/index.html', 'b/c/index.html', 'index.html']

test('where everything is there, each file is looked at once', () => {
  expect(questionsOf(wanted, wanted)).toEqual(wanted)
})

test('what a missing folder cannot have is not looked for', () => {
  expect(questionsOf(['index.html'], wanted)).toEqual([
    'a/index.html',
    '/',
    'a/',
    'b/c/index.html',
    'b/',
    'index.html'
  ])
})
