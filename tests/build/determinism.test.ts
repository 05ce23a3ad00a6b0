import fc from 'fast-check'
import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import {plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

const files = Object.fromEntries(
  Array.from({length: 12}, (_, index) => [
    `content/${index % 2 === 0 ? 'a' : 'b'}/p${index}.md`,
    `---\ntitle: P${index % 5}\ndate: 2024-01-0${1 + (index % 3)}\ntags: [${index % 4}, T${index % 2}]\n---\n[x](/a/p${index}/)\n`
  ])
)

async function bytesOf(entries: ReadonlyArray<[string, string]>): Promise<unknown> {
  const host = memoryHost(Object.fromEntries(entries), {templates: plainTemplates})
  const {diagnostics} = await build(host, plainOptions)
  return {
    diagnostics,
    outputs: Object.fromEntries(
      [...host.outputs].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])
    )
  }
}

test('the order in which files are found changes no byte', async () => {
  const expected = await bytesOf(Object.entries(files))
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(Object.entries(files), {minLength: 12}), async (entries) => {
      expect(await bytesOf(entries)).toEqual(expected)
    }),
    {numRuns: 20, seed: 1}
  )
})

test.each(['Pacific/Kiritimati', 'America/Adak'])(
  'the time zone %s of the machine changes no byte',
  async (zone) => {
    const expected = await bytesOf(Object.entries(files))
    const before = process.env['TZ']
    process.env['TZ'] = zone
    try {
      expect(await bytesOf(Object.entries(files))).toEqual(expected)
    } finally {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    }
  }
)
