import {expect, test} from 'vitest'
import {openSite} from '#src/build/open-site.ts'
import {allTime} from '#src/build/spare-time.ts'
import {MissingDocumentError} from '#src/build/store/document-store.ts'
import {openDevSite} from '#src/dev-server/dev-site.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import type {Html, SectionView} from '#src/model/view.ts'

const articleCount = 200

/** A list that asks for the words of all articles. */
const list: LoadedTemplate = {
  name: 'section',
  file: 'templates/section.tsx',
  hash: 'section',
  render: (({view, listing}: SectionView) =>
    listing.pages.map((page) => `${page.title}: ${view.wordCount(page)}`).join('\n') as Html) as never
}

const options = {
  ...{environment: 'development', drafts: true, future: true, expired: false, keepGoing: true},
  ...{onCompiled: () => undefined, onNotice: () => undefined}
}

test('a page that asks for all texts waits for all, not for one after the other', async () => {
  const articles = Array.from({length: articleCount}, (_, number) => [
    `content/a/${number}.md`,
    `---\ntitle: T${number}\n---\n${'word '.repeat(number)}\n`
  ])
  const host = memoryHost(Object.fromEntries(articles), {
    templates: [list],
    config: {pageSize: articleCount}
  })
  const opened = openSite(host, options)
  let restored = 0
  const site = await openDevSite(host, {
    ...opened,
    restore(document) {
      restored++
      return opened.restore(document)
    }
  })
  const file = await site.read('a/index.html')
  const text = new TextDecoder().decode(file?.bytes)
  expect(text).toContain(`T${articleCount - 1}: ${articleCount - 1}`)
  expect(restored).toBeLessThan(articleCount / 2)
})

test('a document that is lost while the site is checked is made again, and the check goes on', async () => {
  const host = memoryHost({'content/a.md': '---\ntitle: A\n---\nText.\n'}, {templates: [list]})
  const opened = openSite(host, options)
  let restored = 0
  const state = await opened.renew()
  const site = await openDevSite(host, {
    ...opened,
    read: async () => ({
      ...state,
      *check() {
        yield
        throw new MissingDocumentError('lost')
      }
    }),
    restore(document) {
      restored++
      return opened.restore(document)
    }
  })
  expect(await site.check(allTime)).toBe(true)
  expect(restored).toBe(1)
  expect(site.diagnostics()).toEqual((await opened.renew()).diagnostics())
})

test('addresses are found by the first question and not by reading, also when a document is lost', async () => {
  const host = memoryHost({'content/a.md': '---\ntitle: A\n---\nText.\n'}, {templates: [list]})
  const opened = openSite(host, options)
  const state = await opened.read()
  let [settled, restored] = [0, 0]
  const site = await openDevSite(host, {
    ...opened,
    read: async () => ({
      ...state,
      settleRoutes() {
        settled++
        throw new MissingDocumentError('lost')
      }
    }),
    restore(document) {
      restored++
      return opened.restore(document)
    }
  })
  expect(settled).toBe(0)
  await site.opened()
  await site.opened()
  expect({settled, restored}).toEqual({settled: 1, restored: 1})
  expect(site.has('a/index.html')).toBe(true)
})
