import {describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {claimPlaces} from '#src/build/queries/claims.ts'
import {sealedStore} from '#src/build/store/sealed-store.ts'
import {openTraceStore} from '#src/build/store/trace-store.ts'
import {argumentsOf} from '#src/graph/traces.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import {plainOptions} from './check-build.ts'
import {checkSite, type SiteCase} from './check-site.ts'
import {plainTemplates} from './plain-templates.ts'

/** An article with a description of a good length. */
const article = (path: string, fields: string): string => `-- content/${path}.md --\n---\n${fields}---\n`
const good = 'description: What this page says, in words enough that nobody asks for more of them.\n'
const many = (count: number, fields: (number: number) => string): string =>
  Array.from({length: count}, (_, number) =>
    article(`m/n${number}`, `title: N${number}\n${fields(number)}`)
  ).join('')

describe('titles and descriptions', () => {
  test.each<[string, SiteCase]>([
    [
      'are to differ in a section, and titles may be those of another',
      {
        site:
          article('a/one', `title: Same\n${good}`) +
          article('a/two', `title: Same\n${good}`) +
          article('b/one', 'title: Same\n') +
          '-- content/b/two.md --\n# Same\n',
        hints: [
          'content/a/two.md:2:8 hint site/duplicate-title',
          'content/a/two.md:3:14 hint site/duplicate-description',
          'content/b/two.md hint site/duplicate-title'
        ]
      }
    ],
    [
      'of drafts are not compared',
      {site: article('a/one', 'title: Same\n') + article('a/two', 'title: Same\ndraft: true\n'), hints: []}
    ],
    [
      'are neither too long nor too short',
      {
        site:
          article('a/one', `title: ${'T'.repeat(71)}\ndescription: ${'d'.repeat(161)}\n`) +
          article('a/two', `title: ${'T'.repeat(70)}\ndescription: ${'d'.repeat(160)}\n`) +
          article('a/three', `title: Three\ndescription: ${'d'.repeat(49)}\n`),
        hints: [
          'content/a/one.md:2:8 hint site/long-title',
          'content/a/one.md:3:14 hint site/long-description',
          'content/a/three.md:3:14 hint site/short-description'
        ]
      }
    ],
    [
      'are missed where most articles of the section have them, and so are images',
      {
        site: `${many(4, (number) => (number === 2 ? '' : `description: ${String(number).repeat(60)}\npreview_image: /p.png\n`))}-- public/p.png --\npng\n${article('other/a', 'title: A\n')}`,
        hints: ['content/m/n2.md hint site/missing-description', 'content/m/n2.md hint site/missing-image']
      }
    ],
    [
      'are not missed where half of them have none',
      {
        site: many(4, (number) => (number % 2 === 0 ? '' : `description: ${String(number).repeat(60)}\n`)),
        hints: []
      }
    ]
  ])('%s', async (_, site) => {
    await checkSite(site)
  })
})

describe('names of terms', () => {
  test.each<[string, SiteCase]>([
    [
      'that differ in case or number from commoner ones',
      {
        site:
          article('one', 'title: One\ntags: [CSS, article]\n') +
          article('two', 'title: Two\ntags: [CSS, articles, class]\n') +
          article('three', 'title: Three\ntags:\n  - Css\n  - articles\n  - classes\n  - new\n  - news\n'),
        hints: [
          'content/one.md:3:13 hint site/near-terms',
          'content/three.md:4:5 hint site/near-terms',
          'content/three.md:6:5 hint site/near-terms'
        ]
      }
    ],
    [
      'that the configuration does not list',
      {
        site: article('one', 'title: One\ntags: [builds, bilds, writing]\n'),
        config: {taxonomies: {tags: {allowed: ['builds', 'writing']}}},
        problems: ['content/one.md:3:16 warning site/unknown-term'],
        hints: []
      }
    ],
    [
      'that one page alone has, among twenty',
      {
        site: many(
          20,
          (number) => `tags: [shared${number === 7 ? ', lonely' : ''}]\ncategories: [c${number}]\n`
        ),
        hints: ['content/m/n7.md:3:16 hint site/single-term']
      }
    ],
    ['that one page alone has, among few', {site: many(19, (number) => `tags: [t${number}]\n`), hints: []}],
    [
      'of authors, where some have texts',
      {
        site:
          article('one', 'title: One\nauthors: [Jane Doe, Jane Deo]\n') +
          article('two', 'title: Two\nauthor: Somebody Else\n') +
          article('authors/jane-doe/_index', 'title: Jane Doe\n'),
        problems: ['content/one.md:3:21 warning site/unknown-author'],
        hints: ['content/two.md:3:9 hint site/author-without-text']
      }
    ],
    [
      'of authors, where none has a text',
      {site: article('one', 'title: One\nauthors: [Jane Doe]\n'), hints: []}
    ]
  ])('%s', async (_, site) => {
    await checkSite(site)
  })
})

test('places are looked for only where something is wrong, and follow what stands above them', async () => {
  const files = {'content/a/one.md': '---\ntitle: One\n---\n', 'content/a/two.md': '---\ntitle: Two\n---\n'}
  const site = memoryHost(files, {templates: plainTemplates})

  expect(await workOf()).toEqual({placed: [], hints: []})
  site.files.set('content/a/two.md', '---\ntitle: One\n---\n')
  expect(await workOf()).toEqual({placed: ['a/one.md', 'a/two.md'], hints: [2]})
  site.files.set('content/a/two.md', '---\nweight: 2\ntitle: One\n---\n')
  expect(await workOf()).toEqual({placed: ['a/one.md', 'a/two.md'], hints: [3]})

  async function workOf(): Promise<{placed: ReadonlyArray<string>; hints: ReadonlyArray<number>}> {
    const {diagnostics} = await build(site, plainOptions)
    const traces = openTraceStore(sealedStore(site.store, site.version, () => undefined)).read()
    return {
      placed: argumentsOf(traces, claimPlaces)
        .map((source) => source.replace('content/', ''))
        .sort(),
      hints: diagnostics.flatMap(({code, place}) =>
        code === 'site/duplicate-title' ? [place?.line ?? 0] : []
      )
    }
  }
})

test('dates out of order are reported at the later field', async () => {
  await checkSite({
    site:
      article('one', 'title: One\ndate: 2024-05-03\nlastmod: 2023-05-04\n') +
      article('two', 'title: Two\ndate: 2024-05-03\nlastmod: 2024-05-02\nexpiryDate: 2030-01-01\n') +
      article('three', 'title: Three\ndate: 2020-01-01\npublish_date: 2024-05-03\nexpiry_date: 2023-01-01\n'),
    problems: [
      'content/one.md:4:10 warning content/dates-out-of-order',
      'content/three.md:5:14 warning content/dates-out-of-order'
    ],
    hints: []
  })
})

test('images that are larger than their section may have them are hints', async () => {
  const png = (length: number): string => `${'p'.repeat(length - 1)}\n`
  await checkSite({
    site: `-- content/a/x.png --\n${png(30)}-- content/a/b/y.JPG --\n${png(30)}-- public/z.svg --\n${png(21)}-- public/z.pdf --\n${png(90)}`,
    config: {
      budgets: {image: 20},
      checks: {'site/unused-file': 'off'},
      sections: {a: {budgets: {image: 30}}, 'a/b': {budgets: {image: 29}}}
    },
    hints: ['content/a/b/y.JPG hint site/large-image', 'public/z.svg hint site/large-image']
  })
})
