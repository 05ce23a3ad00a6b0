import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest'
import {type BundledCommand, bundleCommand} from '../incremental/bundled-command.ts'
import {type BadSite, copySite, openGoodSite} from './bad-site.ts'
import {wrongSites} from './wrong-sites.ts'

let command: BundledCommand
let good: BadSite

beforeAll(async () => {
  command = bundleCommand()
  good = await openGoodSite(command)
})

afterAll(() => {
  good.close()
  command.close()
})

test.each(wrongSites)('$name', async ({files = {}, make, options = [], told, says = [], ...expected}) => {
  const isWrong = told.some((line) => line.includes(' error '))
  const {status = isWrong ? 1 : 0, isWritten = status === 0, isBuilt = true} = expected
  const site = copySite(command, good)
  onTestFinished(site.close)
  site.write({'content/good.md': '---\ntitle: Good\n---\nBetter.\n', ...files})
  make?.(site.root)
  const [surroundings, output] = [site.surroundings(), site.output()]

  const strict = await site.build(options)
  expect({status: strict.status, told: strict.told.map(({line}) => line)}).toEqual({status, told})
  const text = strict.stderr + strict.told.map(({text}) => text).join('\n')
  for (const words of says) expect(text).toContain(words)
  if (status !== 2) expect(strict.stderr).toBe('')
  if (!isWritten) expect(site.output()).toEqual(output)

  const lenient = await site.build([...options, '--keep-going'])
  expect(lenient).toEqual({...strict, told: expect.anything()})
  expect(lenient.told.map(({line}) => line)).toEqual(told)
  if (isBuilt) expect(site.built('good/index.html')).toContain('Better.')
  expect(site.surroundings()).toEqual(surroundings)
})
