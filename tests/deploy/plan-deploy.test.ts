import {describe, expect, test} from 'vitest'
import {encodeRecord, parseRecord} from '#src/deploy/deploy-record.ts'
import {type DeployPlan, isShrinking, planDeploy} from '#src/deploy/plan-deploy.ts'
import {planSummary, planText} from '#src/deploy/plan-text.ts'
import {passOf} from '#src/deploy/rank-file.ts'
import {servedAs} from '#src/deploy/served-as.ts'
import type {Presence} from '#src/model/deployment.ts'

/** A site and a target as paths with hashes and presences. */
interface Case {
  readonly site: Readonly<Record<string, string>>
  readonly present?: Readonly<Record<string, Presence>>
  readonly record?: Readonly<Record<string, string>>
  readonly clean?: boolean
}

function plan({site, present = {}, record, clean = false}: Case): DeployPlan {
  const files = Object.entries(site).map(([path, hash]) => ({path, hash, bytes: 10}))
  const kept = record === undefined ? {} : {record: encodeRecord(new Map(Object.entries(record)))}
  return planDeploy({files, found: {present: new Map(Object.entries(present)), ...kept}, clean})
}

function steps(wanted: Case): ReadonlyArray<string> {
  const {obstacles, passes, removals} = plan(wanted)
  return [
    ...obstacles.map((path) => `make room ${path}`),
    ...passes.flatMap(({files}) => files.map(({file, change}) => `${change} ${file.path}`)),
    ...removals.map((path) => `remove ${path}`)
  ]
}

describe('a site', () => {
  const pages = (count: number): Record<string, string> =>
    Object.fromEntries(Array.from({length: count}, (_, index) => [`${index}/index.html`, 'a']))
  const others = {
    ...Object.fromEntries(Array.from({length: 99}, (_, index) => [`${index}.png`, 'a'])),
    'a.html.br': 'b'
  }

  test.each([
    {before: 20, after: 9, shrinks: true},
    {before: 20, after: 10, shrinks: false},
    {before: 19, after: 0, shrinks: false},
    {before: 0, after: 40, shrinks: false}
  ])('of $after pages after one of $before shrinks: $shrinks', ({before, after, shrinks}) => {
    expect(isShrinking(plan({site: {...pages(after), ...others}, record: pages(before)}))).toBe(shrinks)
    expect(isShrinking(plan({site: pages(after), record: {...pages(before), ...others}}))).toBe(shrinks)
  })

  test('whose pages all have other addresses does not shrink', () => {
    const moved = Object.fromEntries(Object.keys(pages(30)).map((path) => [`new/${path}`, 'a']))
    expect(isShrinking(plan({site: moved, record: pages(30)}))).toBe(false)
  })
})

describe('order', () => {
  test('what pages need comes before them, what leads to them after', () => {
    const site = {
      _redirects: 'a',
      'articles/a/index.html': 'b',
      'assets/theme.css': 'c',
      'feed.xml': 'd',
      'index.html': 'e',
      'pagefind/fragment/en_4a1b2c3.pf_fragment': 'f',
      'sitemap.xml': 'g',
      'sized/a-640-3f2a9c81d0.webp': 'h'
    }
    expect(steps({site})).toEqual([
      'create pagefind/fragment/en_4a1b2c3.pf_fragment',
      'create sized/a-640-3f2a9c81d0.webp',
      'create assets/theme.css',
      'create articles/a/index.html',
      'create index.html',
      'create _redirects',
      'create feed.xml',
      'create sitemap.xml'
    ])
  })

  test('what leads to pages is removed before them, what they need after', () => {
    const paths = ['a.css', 'a.html', 'feed.xml', 'app-3f2a9c81.js']
    const present = Object.fromEntries(paths.map((path) => [path, 'other' as const]))
    const record = Object.fromEntries(paths.map((path) => [path, '1']))
    expect(steps({site: {}, present, record})).toEqual([
      'remove feed.xml',
      'remove a.html',
      'remove a.css',
      'remove app-3f2a9c81.js'
    ])
  })

  test.each([
    ['a-20240501.png', 'assets'],
    ['a-deadbeef.png', 'assets'],
    ['a-3f2a9c81.png', 'unchanging'],
    ['built/theme-zqxwvutsrp.css', 'unchanging'],
    ['built/theme-zqxwvutsrp.css.br', 'unchanging'],
    ['assets/mermaid-11.4.0/mermaid.js', 'unchanging'],
    ['articles/feed.json', 'lists'],
    ['data.json', 'assets'],
    ['a/index.html.br', 'pages'],
    ['a.css.gz', 'assets'],
    ['sitemap.xml.gz', 'lists']
  ])('%s is among the %s', (path, pass) => {
    expect(passOf(path)).toBe(pass)
  })
})

describe('room', () => {
  const record = {about: '1', 'notes/a.html': '1', 'old.html': '1'}
  const present = {about: 'other', 'notes/a.html': 'other', 'old.html': 'other'} as const

  test('what is in the place of a folder or a file to come is removed first', () => {
    expect(steps({site: {'about/index.html': '2', notes: '2'}, present, record})).toEqual([
      'make room notes/a.html',
      'make room about',
      'create notes',
      'create about/index.html',
      'remove old.html'
    ])
  })

  test('what somebody else put there makes no room', () => {
    expect(steps({site: {'about/index.html': '2'}, present})).toEqual(['create about/index.html'])
  })
})

describe('change', () => {
  test('only what is missing or another is put there', () => {
    expect(
      steps({
        site: {'a.css': '1', 'b.css': '1', 'c.css': '1', 'd.css': '2', 'e.css': '1'},
        present: {'b.css': 'same', 'c.css': 'unknown', 'd.css': 'unknown', 'e.css': 'other'},
        record: {'a.css': '1', 'c.css': '1', 'd.css': '1', 'e.css': '1'}
      })
    ).toEqual(['create a.css', 'update d.css', 'update e.css'])
  })

  test('an equal site has an empty plan', () => {
    const wanted = {site: {'a.css': '1'}, present: {'a.css': 'unknown'}} as const
    expect(plan({...wanted, record: {'a.css': '1'}}).isEmpty).toBe(true)
    expect(plan({...wanted, record: {'a.css': ''}}).isEmpty).toBe(false)
  })

  test('while a deploy runs, what it puts there is known to be ours', () => {
    const {records} = plan({site: {'a.css': '2', 'b.css': '3'}, record: {'a.css': '1', 'old.css': '1'}})
    expect([...parseRecord(records.during)]).toEqual([
      ['a.css', ''],
      ['b.css', ''],
      ['old.css', '1']
    ])
    expect([...parseRecord(records.after)]).toEqual([
      ['a.css', '2'],
      ['b.css', '3']
    ])
  })
})

describe('removal', () => {
  const present = {
    'mine.txt': 'other',
    'old.html': 'other',
    CNAME: 'other',
    '.nojekyll': 'other',
    '.git/HEAD': 'other',
    '.well-known/acme': 'other'
  } as const

  test('what Galley did not deploy stays', () => {
    const {removals, foreign} = plan({site: {}, present, record: {'old.html': '1', 'gone.html': '1'}})
    expect(removals).toEqual(['old.html'])
    expect(foreign).toEqual(['.git/HEAD', '.nojekyll', '.well-known/acme', 'CNAME', 'mine.txt'])
  })

  test('it goes when that is asked for, but for what the host keeps there', () => {
    const {removals, foreign} = plan({site: {}, present, clean: true})
    expect(removals).toEqual(['old.html', 'mine.txt'])
    expect(foreign).toEqual(['.git/HEAD', '.nojekyll', '.well-known/acme', 'CNAME'])
  })

  test('a domain that was deployed once is not removed either', () => {
    expect(steps({site: {}, present: {CNAME: 'other'}, record: {CNAME: '1'}})).toEqual([])
  })
})

describe('record', () => {
  test.each([
    ['', 'nothing'],
    ['{', 'no JSON'],
    ['[]', 'no record'],
    ['{"format": 2, "files": {"a": "1"}}', 'one of another Galley']
  ])('%s removes nothing, since it is %s', (text) => {
    expect(parseRecord(text).size).toBe(0)
  })

  test.each(['../a', '/a', 'a/../../b', 'a\\b', './a', ''])('the path %j is not believed', (path) => {
    expect(
      parseRecord(
        encodeRecord(
          new Map([
            [path, '1'],
            ['good/a.txt', '1']
          ])
        )
      )
    ).toEqual(new Map([['good/a.txt', '1']]))
  })
})

test('a plan as text', () => {
  const told = plan({
    site: {'index.html': '2', 'a.css': '1', 'b.css': '1'},
    present: {'index.html': 'other', 'old.html': 'other', 'mine.txt': 'other', 'b.css': 'same'},
    record: {'old.html': '1'}
  })
  expect(planText(told)).toBe(`  create  a.css  10 B
  update  index.html  10 B
  remove  old.html
  left    mine.txt: not deployed by Galley
`)
  expect(planSummary(told)).toBe('1 created, 1 updated, 1 removed, 1 kept; 20 B')
})

test('what never changes under its name is kept by browsers', () => {
  expect(servedAs('app-3f2a9c81.js')).toEqual({
    contentType: 'text/javascript; charset=utf-8',
    cacheControl: 'public, max-age=31536000, immutable'
  })
  expect(servedAs('a/index.html')).toEqual({
    contentType: 'text/html; charset=utf-8',
    cacheControl: 'public, max-age=0, must-revalidate'
  })
})
