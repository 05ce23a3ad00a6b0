import {expect, test} from 'vitest'
import {openSite} from '#src/build/open-site.ts'
import {openDevSite} from '#src/dev-server/dev-site.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import {plainTemplates} from '../build/plain-templates.ts'
import {usedBytes} from '../used-bytes.ts'

const articleCount = 20
const editCount = 500

/** A text, its document and its page are of 24 KB each: what holds one of them for each edit holds more than this. */
const bytesPerEditMax = 8000

test('hundreds of edits leave nothing behind in memory', async () => {
  const host = memoryHost(
    Object.fromEntries(Array.from({length: articleCount}, (_, number) => articleOf(number, 'First.'))),
    {templates: plainTemplates, config: {}}
  )
  const site = await openDevSite(
    host,
    openSite(host, {
      environment: 'development',
      drafts: true,
      future: true,
      expired: false,
      keepGoing: true,
      onCompiled: () => undefined,
      onNotice: () => undefined
    })
  )
  const edit = async (number: number): Promise<void> => {
    const [path, text] = articleOf(number % articleCount, `Edit ${number}.`)
    host.files.set(path, text)
    await site.renew(() => [])
    await site.read(`a/m${number % articleCount}/index.html`)
  }
  // Caches of what was asked last are full by then.
  for (let number = 0; number < editCount; number++) await edit(number)
  const before = usedBytes()
  for (let number = editCount; number < 2 * editCount; number++) await edit(number)
  expect((usedBytes() - before) / editCount).toBeLessThan(bytesPerEditMax)
}, 120_000)

function articleOf(number: number, text: string): readonly [string, string] {
  return [
    `content/a/m${number}.md`,
    `---\ntitle: M${number}\n---\n# Heading\n\n${'Some words. '.repeat(2000)}\n\n${text}\n`
  ]
}
