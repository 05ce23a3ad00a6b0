import fc from 'fast-check'
import {Temporal} from 'temporal-polyfill'
import {describe, expect, test} from 'vitest'
import type {WrittenDate} from '#src/model/front-matter.ts'
import {joinPlaces, noPlaces, writePlace} from '#src/model/front-matter-places.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {OrderKey} from '#src/model/selector.ts'
import type {SourcePath} from '#src/model/source.ts'
import {joinDefaults, withDefaults} from '#src/site/cascade.ts'
import {dayIn, isCalendarDay, resolveDate} from '#src/site/dates.ts'
import {dayOf} from '#src/site/day-of.ts'
import {fileReference} from '#src/site/file-reference.ts'
import {isNewestFirst, type OrderedPage, orderPages} from '#src/site/order-pages.ts'
import type {PageEntry} from '#src/site/page-entry.ts'
import {pageCountOf, partOf} from '#src/site/paginate.ts'
import {sectionLineage} from '#src/site/section-lineage.ts'
import {sectionNames, sectionOfFolders, sectionsBelow} from '#src/site/sections.ts'
import {readableName, sourceNameOf} from '#src/site/source-name.ts'
import {termNames} from '#src/site/term-names.ts'
import {groupByTerm} from '#src/site/terms.ts'
import {visibilityOf} from '#src/site/visibility.ts'

const written = (text: string): WrittenDate => text as WrittenDate
const sourceOf = (path: string): SourcePath => `content/${path}` as SourcePath

describe('the name of a source', () => {
  test.each([
    ['about.md', {kind: 'page', folders: [], name: 'about', isBundle: false}],
    [
      'a/2024-05-01-hello.md',
      {kind: 'page', folders: ['a'], name: 'hello', day: '2024-05-01', isBundle: false}
    ],
    ['a/2024-02-30-hello.md', {kind: 'page', folders: ['a'], name: '2024-02-30-hello', isBundle: false}],
    ['a/hello/index.md', {kind: 'page', folders: ['a'], name: 'hello', isBundle: true}],
    [
      'a/2024-05-01-hello/index.md',
      {kind: 'page', folders: ['a'], name: 'hello', day: '2024-05-01', isBundle: true}
    ],
    ['a/_index.md', {kind: 'index', folders: ['a'], name: '', isBundle: false}],
    ['cafe\u0301/a.md', {kind: 'page', folders: ['caf\u00e9'], name: 'a', isBundle: false}],
    ['a/node.js.md', {kind: 'page', folders: ['a'], name: 'node.js', isBundle: false}]
  ])('%s', (path, name) => {
    expect(sourceNameOf(sourceOf(path))).toEqual(name)
  })

  test('is made readable', () => {
    expect(['metric-learning_tips', 'über-uns'].map(readableName)).toEqual([
      'Metric learning tips',
      'Über uns'
    ])
  })
})

describe('sections', () => {
  const names = sectionNames(
    [
      'about.md',
      'articles/deep/x.md',
      'docs/guides/_index.md',
      'docs/guides/a/b/c.md',
      'tags/rust/_index.md'
    ].map(sourceOf),
    ['tags']
  )

  test('are the top folders and those with an index', () => {
    expect(names).toEqual(['', 'articles', 'docs', 'docs/guides'])
  })

  test('hold the folders below them', () => {
    expect(sectionOfFolders(['docs', 'guides', 'a'], names)).toBe('docs/guides')
    expect(sectionOfFolders(['articles', 'deep'], names)).toBe('articles')
    expect(sectionOfFolders([], names)).toBe('')
  })

  test('know the sections around and below them', () => {
    expect(sectionLineage('docs/guides')).toEqual(['', 'docs', 'docs/guides'])
    expect(sectionsBelow(names)).toEqual({'': ['articles', 'docs'], docs: ['docs/guides']})
    expect(sectionsBelow(['', 'a/b/c'])).toEqual({'': ['a/b/c']})
  })
})

describe('a date', () => {
  test.each([
    ['2024-05-01', 'UTC', '2024-05-01T00:00:00Z', '2024-05-01'],
    ['2024-05-01', 'Pacific/Honolulu', '2024-05-01T00:00:00-10:00', '2024-05-01'],
    ['2021-05-21T01:36:43+03:00', 'UTC', '2021-05-21T01:36:43+03:00', '2021-05-21'],
    ['2021-05-21T01:36:43Z', 'Asia/Tokyo', '2021-05-21T01:36:43Z', '2021-05-21'],
    ['2024-03-31T02:30:00', 'Europe/Berlin', '2024-03-31T03:30:00+02:00', '2024-03-31'],
    ['2024-10-27T02:30:00', 'Europe/Berlin', '2024-10-27T02:30:00+02:00', '2024-10-27']
  ])('%s in %s is %s', (text, timeZone, iso, day) => {
    const date = resolveDate(written(text), timeZone)
    expect(date).toEqual({iso, day, epoch: Date.parse(iso)})
  })

  test.each(['UTC', 'Etc/UTC', 'Asia/Tokyo', 'America/St_Johns', 'Pacific/Apia'])(
    'in %s is its moment',
    (zone) => {
      const day = fc.date({min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true})
      const offset = fc.constantFrom('', 'Z', '+00:00', '-00:00', '+03:00', '-09:30', '+23:59', '-23:59')
      const second = fc.integer({min: 0, max: 86_399})
      const moment = fc.tuple(day, second, offset).map(([date, seconds, zoneOffset]) => {
        const time = new Date(seconds * 1000).toISOString().slice(11, 19)
        return `${date.toISOString().slice(0, 10)}T${time}${zoneOffset}`
      })
      fc.assert(
        fc.property(
          fc.oneof(
            moment,
            day.map((date) => date.toISOString().slice(0, 10))
          ),
          (text) => {
            const date = resolveDate(written(text), zone)
            const [, own] = /(Z|[+-]..:..)$/.exec(text.slice(10)) ?? []
            const expected = Temporal.PlainDateTime.from(text.replace(/Z$/, '')).toZonedDateTime(
              own === 'Z' ? 'UTC' : (own ?? zone)
            )
            expect(date.epoch).toBe(expected.epochMilliseconds)
            expect(date.iso.replace('Z', '+00:00')).toBe(
              expected.toString({timeZoneName: 'never', smallestUnit: 'second'})
            )
            const day = expected.withTimeZone(zone).toPlainDate().toString()
            expect(dayOf(date.epoch, zone)).toBe(day.startsWith('+') ? '9999-12-31' : day)
            expect(dayIn(zone, written(text))).toBe(dayOf(date.epoch, zone))
          }
        )
      )
    }
  )

  test('in a day that a time zone left out is the next one', () => {
    expect(dayIn('Pacific/Apia', written('2011-12-30'))).toBe('2011-12-31')
  })

  test.each([
    ['2024-05-01T22:00:00Z', 'UTC', '2024-05-01'],
    ['2024-05-01T22:00:00Z', 'Asia/Tokyo', '2024-05-02'],
    ['2024-03-01T02:00:00Z', 'America/New_York', '2024-02-29'],
    ['1970-01-01T00:00:00Z', 'Pacific/Honolulu', '1969-12-31'],
    ['0001-01-01T00:00:00Z', 'America/New_York', '0000-12-31'],
    ['9999-12-31T23:59:59Z', 'Europe/Berlin', '9999-12-31'],
    ['+010000-06-01T00:00:00Z', 'UTC', '9999-12-31'],
    ['+012345-06-01T00:00:00Z', 'Asia/Kolkata', '9999-12-31']
  ])(
    'of the moment %s in %s is %s, at most the last of 9999, so that days compare as text',
    (moment, timeZone, day) => {
      expect(dayOf(Date.parse(moment), timeZone)).toBe(day)
    }
  )

  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2024-13-01', false]
  ])('%s exists: %s', (day, exists) => {
    expect(isCalendarDay(day)).toBe(exists)
  })
})

describe('a document', () => {
  const config = {include: {drafts: false, future: false, expired: false}, timeZone: 'UTC'}

  test.each([
    [{}, 'published'],
    [{draft: true}, 'draft'],
    [{date: written('2024-06-01')}, 'published'],
    [{date: written('2024-06-02')}, 'future'],
    [{date: written('2024-06-02'), publishDate: written('2024-05-01')}, 'published'],
    [{expiryDate: written('2024-06-01')}, 'expired'],
    [{expiryDate: written('2024-06-02')}, 'published']
  ])('with %j is %s', (frontMatter, visibility) => {
    expect(visibilityOf(frontMatter, '2024-06-01', config)).toBe(visibility)
  })

  test('that is left out appears when asked for', () => {
    const include = {drafts: true, future: true, expired: true}
    const frontMatter = {draft: true, date: written('2030-01-01'), expiryDate: written('2020-01-01')}
    expect(visibilityOf(frontMatter, '2024-06-01', {...config, include})).toBe('published')
  })

  test('takes defaults from the folders around it, the nearest first', () => {
    const defaults = joinDefaults([
      {layout: 'wide', draft: true, params: {a: 1, b: 1}},
      {layout: 'narrow', params: {b: 2}}
    ])
    expect(withDefaults({draft: false, params: {c: 3}}, defaults)).toEqual({
      layout: 'narrow',
      draft: false,
      params: {a: 1, b: 2, c: 3}
    })
  })

  test.each([
    ['preview.png', 'content/a/preview.png'],
    ['../img/x.png', 'content/img/x.png'],
    ['x.png?v=a/../b', 'content/a/x.png?v=a/../b'],
    ['/img/x.png', '/img/x.png'],
    ['https://example.org/x.png', 'https://example.org/x.png']
  ])('names the file %j as %j', (reference, path) => {
    expect(fileReference(reference, sourceOf('a/hello.md'))).toBe(path)
  })
})

describe('the order of pages', () => {
  type TitledPage = OrderedPage & {readonly title: string}
  const page = (path: string, title: string, day?: string, weight?: number): TitledPage => ({
    path: path as RoutePath,
    title,
    ...(day === undefined ? {} : {date: resolveDate(written(day), 'UTC')}),
    ...(weight === undefined ? {} : {weight})
  })
  const pages = [
    page('/undated/', 'U'),
    page('/old/', 'O', '2020-01-01'),
    page('/new/', 'N', '2024-01-01'),
    page('/heavy/', 'H', '2020-01-01', 10),
    page('/light/', 'L', '2020-01-01', -1),
    page('/twin-b/', 'T', '2022-01-01'),
    page('/twin-a/', 'T', '2022-01-01')
  ]
  const check = (order: ReadonlyArray<OrderKey>, given = pages): string =>
    orderPages(given, order, ({title}) => title)
      .map(({path}) => path)
      .join(' ')

  test('is weight, then newest, then title, then path', () => {
    expect(check(['weight', '-date', 'title'])).toBe(
      '/light/ /heavy/ /new/ /twin-a/ /twin-b/ /old/ /undated/'
    )
  })

  test('may be the oldest first, the undated still last', () => {
    expect(check(['date', 'title'])).toBe('/heavy/ /light/ /old/ /twin-a/ /twin-b/ /new/ /undated/')
  })

  test('does not depend on the order before', () => {
    expect(check(['weight', '-date', 'title'], [...pages].reverse())).toBe(
      check(['weight', '-date', 'title'])
    )
  })

  test('asks for titles only where nothing before them tells pages apart', () => {
    const asked: Array<string> = []
    orderPages(pages, ['weight', '-date', 'title'], ({path, title}) => {
      asked.push(path)
      return title
    })
    expect([...new Set(asked)].sort()).toEqual(['/twin-a/', '/twin-b/'])
  })
})

describe('a listing', () => {
  test('is split into numbered parts', () => {
    expect([1, 2, 3].map((number) => partOf(['a', 'b', 'c'], 2, number))).toEqual([['a', 'b'], ['c'], []])
  })

  test('has one part when it is empty', () => {
    expect([0, 2, 3].map((total) => pageCountOf(total, 2))).toEqual([1, 1, 2])
  })
})

describe('terms', () => {
  type Tagged = Pick<PageEntry, 'source' | 'terms'>
  const slugOf = (name: string): string => name.toLowerCase().replace(/[^a-z+]+/g, '')
  const tagged = (path: string, ...tags: ReadonlyArray<string>): Tagged => ({
    source: sourceOf(path),
    terms: {tags}
  })
  const check = (pages: ReadonlyArray<Tagged>, folders: ReadonlyArray<string> = []): unknown => {
    const {value, diagnostics} = groupByTerm(pages, 'tags', folders, {slugOf, spotOf: (file) => ({file})})
    const groups = value.map(({slug, name, sources}) => `${slug} ${name} ${sources.length}`)
    return [...groups, ...diagnostics.map(({code, file}) => `${code} ${file}`)]
  }

  test('that differ by case are one, spelled as most pages do', () => {
    expect(check([tagged('a', 'Rust'), tagged('b', 'rust'), tagged('c', 'rust')])).toEqual(['rust rust 3'])
  })

  test('with the same slug are one, with a warning', () => {
    expect(check([tagged('a', 'Node.js', 'C++'), tagged('b', 'NodeJS', 'nodejs', 'C')])).toEqual([
      'c C 1',
      'c++ C++ 1',
      'nodejs Node.js 2',
      'site/similar-terms content/b'
    ])
  })

  test('with a text of their own exist without pages', () => {
    expect(check([tagged('a', 'go')], ['go', 'zig'])).toEqual(['go go 1', 'zig zig 0'])
  })

  test('are read from fields and params', () => {
    const frontMatter = {
      category: 'main',
      categories: ['news', 'Main'],
      params: {topics: 'a, b', levels: [1, 2]}
    }
    expect(termNames('x', frontMatter, noPlaces, ['categories', 'topics', 'levels', 'tags'])).toEqual({
      value: {categories: ['main', 'news'], topics: ['a', 'b'], levels: ['1', '2']},
      diagnostics: []
    })
  })

  test('that are no names are an error at their place', () => {
    const place = {line: 2, column: 9, endLine: 2, endColumn: 11}
    const places = joinPlaces([writePlace('/topics', place)])
    const {diagnostics} = termNames('x.md', {params: {topics: {a: 1}}}, places, ['topics'])
    expect(diagnostics.map(({code, place: found}) => [code, found])).toEqual([['site/wrong-terms', place]])
  })
})

test.each([
  [['weight', '-date', 'title'], {}, true],
  [['weight', '-date', 'title'], {weight: 1}, false],
  [['-date'], {weight: 1}, true],
  [['date'], {}, false],
  [['title', '-date'], {}, false],
  [['-date'], {date: undefined}, false]
] as const)('the order %o has a page with %o among those by date: %s', (order, fields, answer) => {
  const date = {iso: '2024-01-01', day: '2024-01-01', epoch: 0}
  const {weight, date: own} = {weight: undefined, date, ...fields}
  const page = {...(own === undefined ? {} : {date: own}), ...(weight === undefined ? {} : {weight})}
  expect(isNewestFirst(page, order)).toBe(answer)
})
