import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

const files = {
  'content/a/_index.md': `---\ntitle: "The \\"A\\"'s"\n---\n`,
  'content/a/b.md': `---\ntitle: It's "here" -- now...\ndescription: "'Twas 'so'"\n---\n[[It's "here" -- now...]] [[b]]\n`,
  'content/a/c.md': '# It\'s "c"\n'
}

/** Output of the site, all in one. */
async function outputOf(markdown: object): Promise<string> {
  const host = memoryHost(files, {
    templates: plainTemplates,
    config: {markdown: {wikilinks: true, ...markdown}}
  })
  expect(problemsOf(await build(host, plainOptions))).toEqual([])
  return [...host.outputs.values()].map((bytes) => new TextDecoder().decode(bytes)).join('\n')
}

test('titles get the quotation marks, dashes and dots of texts, and are found by what was written', async () => {
  const output = await outputOf({smartPunctuation: true})
  expect(output).toContain('It’s “here” – now…')
  expect(output).toContain('The “A”’s')
  expect(output).toContain('It’s “c”')
  expect(output).not.toMatch(/It's|It&#x27;s/)
})

test('titles are as they were written where texts are', async () => {
  const output = await outputOf({})
  expect(output).not.toMatch(/[’“”–…]/)
})
