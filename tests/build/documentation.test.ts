import {describe, expect, test} from 'vitest'
import {buildSite} from './check-build.ts'

/** Articles of a folder, the first one before the others by weight and by date. */
function articles(folder: string, count: number, fields = ''): string {
  return Array.from(
    {length: count},
    (_, index) =>
      `-- content/${folder}/${index}.md --\n---\ntitle: ${folder} ${index}\nweight: ${index + 1}\n${fields}---\n`
  ).join('')
}

async function homeOf(site: string, config: object = {}): Promise<ReadonlyArray<string>> {
  // The plain templates have no such layout, which is no matter of the home page.
  const {files} = await buildSite(site, {keepGoing: true, config: {pageSize: 2, ...config}})
  return titlesIn(files['index.html'])
}

function titlesIn(html = ''): ReadonlyArray<string> {
  return [...html.matchAll(/<a href="[^"]*">([^<]*)<\/a>/g)].map(([, title = '']) => title)
}

const blog = articles('blog', 1)
const cascade = '-- content/guide/_index.md --\n---\ntitle: Guide\ncascade: {layout: docs}\n---\n'

describe('the home page leaves out', () => {
  test('a section named docs, and those below it', async () => {
    expect(await homeOf(articles('docs', 2) + articles('docs/deep', 2) + blog)).toEqual(['blog 0'])
  })

  test('a section whose pages have that layout by the configuration or by a cascade', async () => {
    const sections = {guide: {defaults: {layout: 'docs'}}}
    expect(await homeOf(articles('guide', 2) + blog, {sections})).toEqual(['blog 0'])
    expect(await homeOf(cascade + articles('guide', 2) + blog)).toEqual(['blog 0'])
  })
})

describe('the home page lists', () => {
  test('a documentation where there is nothing else', async () => {
    const empty = '-- content/blog/_index.md --\n---\ntitle: Blog\n---\n'
    expect(await homeOf(articles('docs', 2) + empty)).toEqual(['docs 0', 'docs 1'])
  })

  test('what it is told to list', async () => {
    const sections = {'': {list: ['docs']}}
    expect(await homeOf(articles('docs', 2) + blog, {sections})).toEqual(['docs 0', 'docs 1'])
  })

  test('a section named docs whose pages have another layout', async () => {
    const sections = {docs: {defaults: {layout: 'article'}}}
    expect(await homeOf(articles('docs', 1) + blog, {sections})).toEqual(['blog 0', 'docs 0'])
  })
})

describe('the list of a documentation', () => {
  test('is whole', async () => {
    const {files} = await buildSite(articles('docs', 5) + articles('blog', 3), {config: {pageSize: 2}})
    expect(titlesIn(files['docs/index.html'])).toHaveLength(5)
    const parts = Object.keys(files)
      .filter((path) => /(?:^|\/)page\//.test(path))
      .sort()
    expect(parts).toEqual(['blog/page/2/index.html', 'page/2/index.html'])
  })

  test('is in parts where the configuration says so', async () => {
    const config = {pageSize: 2, sections: {docs: {pageSize: 4}}}
    expect((await buildSite(articles('docs', 5), {config})).files).toHaveProperty(['docs/page/2/index.html'])
  })
})
