import {describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {checkExternal} from '#src/build/check-external.ts'
import {openSite} from '#src/build/open-site.ts'
import {sealedStore} from '#src/build/store/sealed-store.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import type {ExternalReply} from '#src/model/external-link.ts'
import {goneLink} from '#src/routing/external-messages.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

const gone: ExternalReply = {kind: 'gone', cause: '404'}

const day = 24 * 60 * 60 * 1000

/** A site with links, asked about at several times; every address that has `gone` in it is. */
function siteOf(text: string, ignore: ReadonlyArray<string> = []) {
  const host = memoryHost(
    {
      'content/a.md': `---\ntitle: A\n---\n${text}\n`,
      'content/d.md': '---\ndraft: true\n---\n<https://draft.example/gone>\n'
    },
    {templates: plainTemplates, config: {links: {ignore}}}
  )
  const store = sealedStore(host.store, 'test', () => undefined)
  return async (now: number) => {
    const {diagnostics} = await build(host, plainOptions)
    expect(diagnostics).toEqual([])
    const site = openSite(host, {...plainOptions, keepGoing: true, onCompiled: () => undefined})
    const asked: Array<string> = []
    const found = await checkExternal({
      ...(await site.renew()).externalLinks(),
      ask: async (urls, onReply) => {
        asked.push(...urls)
        for (const url of urls)
          onReply(
            url,
            url.includes('gone')
              ? gone
              : url.includes('slow')
                ? {kind: 'unsure', cause: '503'}
                : {kind: 'there'}
          )
      },
      store,
      now,
      onProgress: () => undefined
    })
    return {asked, problems: problemsOf({diagnostics: found})}
  }
}

test('links are told of where they stand, and each address is asked for once', async () => {
  const run = siteOf(
    '[x](https://a.example/gone#part) <https://a.example/gone> <https://b.example/> [y](//a.example/slow)'
  )
  const {asked, problems} = await run(0)
  expect(asked).toEqual(['https://a.example/gone', 'https://a.example/slow', 'https://b.example/'])
  expect(problems).toEqual([
    'content/a.md:4:1 warning routing/gone-link: Expected a page of another site, found nothing at `https://a.example/gone#part` (404)',
    'content/a.md:4:34 warning routing/gone-link: Expected a page of another site, found nothing at `https://a.example/gone` (404)',
    'content/a.md:4:80 warning routing/unreachable-link: Expected an answer from `//a.example/slow`, found none (503)'
  ])
})

test('addresses to be ignored are not asked for', async () => {
  const run = siteOf('<https://a.example/gone> <https://b.example/gone> <https://a.example/>', [
    'https://a.example/g*',
    'https://b.example/gone'
  ])
  expect(await run(0)).toEqual({asked: ['https://a.example/'], problems: []})
})

test('what was there is believed for a week, what was not for an hour', async () => {
  const run = siteOf('<https://a.example/> <https://a.example/gone>')
  await run(0)
  expect(await run(day / 48)).toMatchObject({asked: [], problems: [expect.stringContaining('/gone')]})
  expect((await run(day)).asked).toEqual(['https://a.example/gone'])
  expect((await run(8 * day)).asked).toEqual(['https://a.example/', 'https://a.example/gone'])
})

describe('what was found at other sites', () => {
  const text =
    '---\ntitle: A\n---\n<!-- galley-ignore routing/gone-link: known -->\n[x](https://x.org/)\n\n[y](https://y.org/)\n'

  async function judged(config: object): Promise<ReadonlyArray<string>> {
    const host = memoryHost({'content/a.md': text}, {templates: plainTemplates, config})
    const site = openSite(host, {...plainOptions, onCompiled: () => undefined})
    await site.renew()
    await site.compileRest(() => false)
    const state = await site.renew()
    const found = state
      .externalLinks()
      .links.map(({file, place, href}) => goneLink({file, place}, href, '404'))
    return state.judge(found).map(({severity, place}) => `${place?.line} ${severity}`)
  }

  test('is ignored where authors say so, and as bad as the configuration says', async () => {
    expect(await judged({})).toEqual(['7 warning'])
    expect(await judged({checks: {'routing/gone-link': 'error'}})).toEqual(['7 error'])
    expect(await judged({checks: {'routing/gone-link': 'off'}})).toEqual([])
  })

  test('leaves no ignore unused while nobody asks', async () => {
    const host = memoryHost({'content/a.md': text}, {templates: plainTemplates})
    expect((await build(host, plainOptions)).diagnostics).toEqual([])
  })
})
