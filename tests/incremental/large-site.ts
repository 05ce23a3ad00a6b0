import {type Dice, diceOf} from './dice.ts'
import {templateText} from './disk-templates.ts'
import type {SiteState} from './world.ts'

/** A site on disk with many articles, some with pictures, and templates of its own. */
export function largeSite(articleCount: number): SiteState {
  const articles = Array.from({length: articleCount}, (_, index) => [pathOf(index), articleText(index, 0)])
  return {
    files: {
      ...Object.fromEntries(articles),
      'content/_index.md': '---\ntitle: Large\n---\nMany articles.\n',
      'content/articles/pictured/index.md': '---\ntitle: Pictured\n---\n![A picture](picture.svg)\n',
      'content/articles/pictured/picture.svg': `<svg><text>${'0123456789'.repeat(5_000)}</text></svg>\n`,
      'public/robots.txt': 'User-agent: *\n',
      'templates/home.tsx': templateText('home', 'h1'),
      'templates/partials/card.tsx': templateText('partials/card', 'c1'),
      'templates/partials/badge.tsx': templateText('partials/badge', 'b1'),
      'templates/partials/site-footer.tsx': templateText('partials/site-footer', 'f1'),
      'galley.config.ts': `import {defineConfig} from 'galley'\n\nexport default defineConfig({title: 'Large', pageSize: 7})\n`
    },
    options: {},
    day: 0
  }
}

/** The site after a few edits more, some of them of every page. */
export function laterEdition(site: SiteState, numbers: ReadonlyArray<number>): SiteState {
  const dice = diceOf(numbers)
  const count = Object.keys(site.files).filter((path) => path.includes('article-')).length
  const [edited, fresh, gone] = [dice.number(count), dice.number(count), dice.number(count)]
  const {[pathOf(gone)]: known, ...others} = site.files
  return {
    ...site,
    files: {
      ...(known === undefined ? {...site.files, [pathOf(gone)]: articleText(gone, 0)} : others),
      [pathOf(edited)]: articleText(edited, 1 + dice.number(1_000)),
      [pathOf(fresh)]: articleText(fresh, 1 + dice.number(1_000)),
      ...wideEdit(dice)
    }
  }
}

/** The site with another edition of one article. */
export function withEdition(site: SiteState, index: number, edition: number): SiteState {
  return {...site, files: {...site.files, [pathOf(index)]: articleText(index, edition)}}
}

function wideEdit(dice: Dice): SiteState['files'] {
  const mark = `m${dice.number(1_000)}`
  const name = dice.pick(['', '', 'partials/badge', 'partials/site-footer'])
  return name === '' ? {} : {[`templates/${name}.tsx`]: templateText(name, mark)}
}

function pathOf(index: number): string {
  return `content/${['articles', 'notes', 'docs/guides'][index % 3]}/article-${index}.md`
}

function articleText(index: number, edition: number): string {
  const day = `2024-0${1 + (index % 5)}-${String(10 + (index % 18))}`
  return `---
title: Article ${index}${edition % 3 === 1 ? ` in edition ${edition}` : ''}
date: ${day}
tags: [t${index % 7}, t${index % 5}]
category: c${edition % 4}
---
Edition **${edition}** of article ${index}, after [another](/articles/article-${index - (index % 3)}/)
and [a missing one](missing-${index % 10}.md).

<!-- more -->

${`## Part\n\nSome words on *it*, and \`code\`.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n`.repeat(1 + (index % 4))}
`
}
