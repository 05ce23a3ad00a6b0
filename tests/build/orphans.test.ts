import {test} from 'vitest'
import {checkSite, type SiteCase} from './check-site.ts'

const wanted = {checks: {'site/orphan': 'hint'}} as const
const orphan = 'content/a/orphan.md hint site/orphan'
const article = '-- content/a/orphan.md --\n# Orphan\n'

test.each<[string, SiteCase]>([
  ['an article in a list alone', {site: article, config: wanted, hints: [orphan]}],
  ['one that only leads to itself', {site: `${article}[Self](orphan.md)\n`, config: wanted, hints: [orphan]}],
  [
    'one to which a draft leads',
    {
      site: `${article}-- content/a/draft.md --\n---\ntitle: D\ndraft: true\n---\n[It](orphan.md)\n`,
      config: wanted,
      hints: [orphan]
    }
  ],
  [
    'those of one section, by its own rule',
    {
      site: `${article}-- content/b/other.md --\n# Other\n`,
      config: {sections: {b: {checks: {'site/orphan': 'warning'}}}},
      problems: ['content/b/other.md warning site/orphan']
    }
  ]
])('is told of: %s', (_, site) => checkSite(site))

test.each<[string, SiteCase]>([
  ['nobody asked', {site: article, hints: []}],
  ['it is off', {site: article, config: {checks: {'site/orphan': 'off'}}, hints: []}],
  [
    'an article leads to it',
    {
      site: `${article}[Back](first.md)\n-- content/a/first.md --\n# First\n[It](/a/orphan/)\n`,
      config: wanted,
      hints: []
    }
  ],
  [
    'a link within a component leads to it',
    {
      site: `${article}-- content/_index.md --\n# Home\n:::note\n[It](a/orphan.md)\n:::\n`,
      config: wanted,
      hints: []
    }
  ],
  [
    'the text of its section leads to it',
    {site: `${article}-- content/a/_index.md --\n# A\n[It](orphan.md)\n`, config: wanted, hints: []}
  ],
  [
    'front matter leads to it',
    {
      site: `${article}-- content/_index.md --\n---\nrelated: [a/orphan.md]\n---\n# Home\n`,
      config: wanted,
      hints: []
    }
  ],
  [
    'a menu leads to it',
    {
      site: article,
      config: {
        ...wanted,
        menus: {main: [{name: 'A', url: '/a/', children: [{name: 'O', url: 'content/a/orphan.md#orphan'}]}]}
      },
      hints: []
    }
  ],
  [
    'it is unlisted',
    {site: '-- content/a/u.md --\n---\nunlisted: true\n---\n# U\n', config: wanted, hints: []}
  ],
  ['it is no article', {site: '-- content/about.md --\n# About\n', config: wanted, hints: []}],
  [
    'it is ignored',
    {
      site: `${article}<!-- galley-ignore-file site/orphan: news -->\n`,
      config: wanted,
      hints: []
    }
  ]
])('is not told of when %s', (_, site) => checkSite(site))
