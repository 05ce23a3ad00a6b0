import {expect, test} from 'vitest'
import {compileBlock} from './compile-text.ts'

/** Where a text with a title is told that it has it twice, on each route. */
async function placesIn(title: string, body: string): Promise<ReadonlyArray<string>> {
  const text = `---\ntitle: x\n---\n${body}`
  const block = {format: 'yaml' as const, bodyOffset: text.length - body.length, title}
  const found = await Promise.all(
    (['native', 'remark'] as const).map(async (parser) => {
      const {diagnostics} = await compileBlock(text, block, {parser})
      const told = diagnostics.filter(({code}) => code === 'markdown/title-twice')
      return told.map(({place}) => `${place?.line}:${place?.column}`)
    })
  )
  expect(found[0]).toEqual(found[1])
  return found[0] ?? []
}

test.each([
  ['Same title', '# Same title\n\nText.\n', '4:1'],
  ['Same title', 'Text.\n\nSame title\n==========\n', '6:1'],
  ['A “quoted” title', '# A "quoted" *title*! {#own}\n', '4:1'],
  ['Code of `a`', '# Code of `a`\n', '4:1']
])('the title %s is told of in %j', async (title, body, place) => {
  expect(await placesIn(title, body)).toEqual([place])
})

test.each([
  ['Same title', '# Another\n\n# Same title\n'],
  ['Same title', '## Same title\n'],
  ['Same title', '> # Same title\n'],
  ['Same title', '# Same title, and more\n'],
  ['?', '# !\n']
])('the title %s is not in %j', async (title, body) => {
  expect(await placesIn(title, body)).toEqual([])
})
