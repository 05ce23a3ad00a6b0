import {execFile} from 'node:child_process'
import {mkdtempSync, realpathSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, onTestFinished, test} from 'vitest'
import {bundledProgram} from './bundled-program.ts'
import {type Case, cases} from './reload-cases.ts'
import type {Outcome, Reloaded} from './reload-program.ts'

/** In a process of its own, because modules are others where tests run. */
const program = `import './tests/host/reload-program.ts'`

test('reloaded code does what imported code does, and is collected when it is replaced', async () => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'galley-test-')))
  onTestFinished(() => rmSync(home, {recursive: true, force: true}))
  const {stdout, stderr} = await promisify(execFile)(process.execPath, [await bundledProgram(program), home])
  expect(stderr).toBe('')
  const reloaded: ReadonlyArray<Reloaded> = JSON.parse(stdout)
  expect(reloaded.length).toBe(cases.length)
  for (const [index, given] of cases.entries()) {
    const outcome = outcomeOf(given)
    expect.soft(reloaded[index], given.name).toEqual({
      imported: outcome,
      reloaded: outcome,
      again: outcome,
      madeCount: expect.any(Number),
      leftCount: given.isKept === true ? expect.any(Number) : 0
    })
    // Of six loads each has at least a template, and the two sound ones a configuration too.
    expect.soft(reloaded[index]?.madeCount, given.name).toBeGreaterThanOrEqual(8)
  }
}, 120_000)

function outcomeOf({templates, config, printed, value, places = [], stack = []}: Case): Outcome {
  const isSound = templates === undefined
  const text = isSound ? '<p>sound</p>' : printed
  const given = config === undefined ? {title: 'Sound'} : value
  return {
    ...(text === undefined ? {} : {printed: text}),
    ...(given === undefined ? {} : {value: given}),
    places,
    stack
  }
}
