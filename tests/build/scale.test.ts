import {beforeAll, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import {plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

/** A site of a thousand articles in ten sections, with twenty tags, each linking to the one before it in its section. */
function article(number: number, {title = `Article ${number}`, body = 'A body.'} = {}): string {
  const day = new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10)
  const link = number >= 10 ? `[before](article-${number - 10}.md)` : ''
  return `---\ntitle: ${title}\ndate: ${day}\ntags: [tag-${number % 20}]\n---\n${body} ${link}\n`
}

const pathOf = (number: number): string => `content/s${number % 10}/article-${number}.md`

let host: MemoryHost

beforeAll(async () => {
  const files = Array.from({length: 1000}, (_, number) => [pathOf(number), article(number)] as const)
  host = memoryHost(Object.fromEntries(files), {templates: plainTemplates})
  const {rendered, created} = await build(host, plainOptions)
  expect(rendered).toHaveLength(created)
})

/** Edit one article of the thousand, and tell what was rendered; everything is put back afterwards. */
async function renderedBy(number: number, text: string): Promise<ReadonlyArray<string>> {
  host.files.set(pathOf(number), text)
  const {rendered} = await build(host, plainOptions)
  host.files.set(pathOf(number), article(number))
  await build(host, plainOptions)
  return [...rendered].sort()
}

test('an edited body renders one page of a thousand', async () => {
  expect(await renderedBy(500, article(500, {body: 'Another body.'}))).toEqual(['/s0/article-500/'])
})

test('a new title renders the page, its neighbors and the parts of lists that show it', async () => {
  expect(await renderedBy(500, article(500, {title: 'Another title'}))).toEqual([
    '/page/50/',
    '/s0/article-490/',
    '/s0/article-500/',
    '/s0/article-510/',
    '/s0/page/5/',
    '/tags/tag-0/page/3/'
  ])
})

test('a new address renders also the page that links to it', async () => {
  const moved = article(500).replace('title:', 'slug: moved\ntitle:')
  expect(await renderedBy(500, moved)).toContain('/s0/article-510/')
})

test('no change renders nothing', async () => {
  expect(await build(host, plainOptions)).toMatchObject({rendered: [], created: 0, updated: 0, removed: 0})
})
